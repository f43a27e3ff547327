import { expect, test } from 'vitest';
import { failureWords } from './nx.ts';

const output = [
  'backend: ok so far',
  'frontend:  ✓ image      frontend 1: unchanged    1.0 s',
  'frontend: \u001b[31m ✗ load       no such node    1.0 s\u001b[39m',
  'backend: error: of no interest',
  'frontend:  What to do: npm start',
  '',
  ' NX   Running target deploy for 3 projects failed',
  'Tasks not run because their dependencies failed or --nx-bail=true:',
  '- chart:deploy',
  'Failed tasks:',
  '- frontend:minikube-load',
].join('\n');

test('the words are those of the task that failed, from its failing stage on', () => {
  expect(failureWords(output)).toBe(' ✗ load       no such node    1.0 s\n What to do: npm start');
});

test('without a failing stage the last lines of that task count', () => {
  const build = 'frontend: one\nbackend: x\nfrontend: two\nFailed tasks:\n- frontend:build\n';
  expect(failureWords(build, 1)).toBe('two');
});

test('output that is not of tasks is taken as it is', () => {
  expect(failureWords('nx: not found\n\n')).toBe('nx: not found');
});
