import { Failure } from '@todo-chatbot/rollout';
import { expect, test } from 'vitest';
import { planSteps, selectStages, stageNames } from './stages.ts';

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

test('the cluster runs beside what only computes, and what makes containers beside nothing', () => {
  const plan = planSteps(selectStages({ only: 'cluster,lint,types,images,browser' }));
  expect(plan.map((lists) => lists.filter((list) => list.length > 0))).toEqual([
    [],
    [['lint', 'types'], ['cluster']],
    [['images', 'browser']],
  ]);
});
