import { expect, it } from 'vitest';
import { changeStep, linesOf, moveStep, withoutStep } from './steps';

const steps = ['a', 'b', 'c'].map((id) => ({ id, title: id, done: false }));
const ids = (list: { id: string }[]) => list.map(({ id }) => id).join('');

it('a step moves to any place, and nowhere beyond the ends', () => {
  expect(ids(moveStep(steps, 'a', 2))).toBe('bca');
  expect(ids(moveStep(steps, 'c', 0))).toBe('cab');
  expect(ids(moveStep(steps, 'c', 3))).toBe('abc');
  expect(ids(moveStep(steps, 'a', -1))).toBe('abc');
});

it('a step is changed or taken out, and the others stay as they are', () => {
  expect(changeStep(steps, 'b', { done: true }).map(({ done }) => done)).toEqual([
    false,
    true,
    false,
  ]);
  expect(ids(withoutStep(steps, 'b'))).toBe('ac');
});

it('a pasted list becomes steps, without its bullets', () => {
  expect(linesOf('- [ ] milk\r\n* eggs\n\n  bread ')).toEqual(['milk', 'eggs', 'bread']);
});
