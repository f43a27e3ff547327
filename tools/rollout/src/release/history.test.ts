import { expect, test } from 'vitest';
import { parseHistory, recordArgument } from './history.ts';

/** The labels of Helm's Secrets as kubectl prints them, a JSON object a line. */
const recorded = [
  '{"input.todo-chatbot/backend":"aaa","name":"todo-chatbot","owner":"helm","status":"deployed","todo-chatbot/rollout":"complete","version":"10"}',
  '{"input.todo-chatbot/backend":"bbb","name":"todo-chatbot","owner":"helm","status":"superseded","todo-chatbot/rollout":"started","version":"9"}',
  '{"name":"todo-chatbot","owner":"helm","status":"superseded","version":"2"}',
  '{"name":"todo-chatbot","owner":"helm","status":"failed","version":"1"}',
  '',
].join('\n');

test('revisions come in the order of their numbers, with their inputs', () => {
  const history = parseHistory(recorded);
  expect(history.map(({ revision }) => revision)).toEqual([1, 2, 9, 10]);
  expect(history.at(-1)).toEqual({
    revision: 10,
    status: 'deployed',
    inputs: { backend: 'aaa' },
    complete: true,
  });
});

test('a revision is safe to go back to when it was seen ready, or was made by hand and ran', () => {
  const complete = parseHistory(recorded).filter((one) => one.complete);
  expect(complete.map(({ revision }) => revision)).toEqual([2, 10]);
});

test('no release gives no history', () => {
  expect(parseHistory('\n')).toEqual([]);
});

test('what is recorded starts anew and takes off what is no input any more', () => {
  expect(recordArgument({ chart: '1' }, { chart: '0', values: '2' })).toBe(
    'input.todo-chatbot/chart=1,input.todo-chatbot/values=null,todo-chatbot/rollout=started',
  );
});
