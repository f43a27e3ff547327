import { Failure } from '@todo-chatbot/rollout';
import { expect, test } from 'vitest';
import { selectStages, stageNames } from './stages.ts';

test('every stage runs when nothing is chosen', () => {
  expect([...selectStages({})]).toEqual([...stageNames]);
});

test('a stage is switched off only by its name', () => {
  expect(selectStages({ without: 'cluster' }).has('cluster')).toBe(false);
  expect(() => selectStages({ without: 'clutser' })).toThrow(Failure);
});

test('only the named stages run', () => {
  expect([...selectStages({ only: 'lint,types' })]).toEqual(['lint', 'types']);
});
