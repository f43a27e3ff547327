import { expect, it } from 'vitest';
import { groups, selectGroups } from './figures.ts';
import { median, resultsOf, tableOf } from './results.ts';

it('the median is the middle value, or the mean of the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 2, 9])).toBe(3);
  expect(median([])).toBeNull();
});

it('a figure meets its target at the target itself, from the right side', () => {
  const list = selectGroups('list');
  const samples = { 'list-p99': [25, 25, 90], 'list-rate': [1_499], 'list-errors': [0] };
  const met = Object.fromEntries(resultsOf(list, samples).map(({ name, met }) => [name, met]));
  expect(met).toMatchObject({ 'list-p99': true, 'list-rate': false, 'list-errors': true });
});

it('what was not measured says so, and neither meets nor misses its target', () => {
  const table = tableOf(resultsOf(selectGroups('frontend'), {}));
  expect(table).toContain('not measured');
  expect(table).not.toMatch(/\bmet\b|missed/);
});

it('a figure without a target is shown without a verdict', () => {
  const [p50] = resultsOf(selectGroups('list'), { 'list-p50': [3.14159] });
  expect(p50).toMatchObject({ target: '', met: null });
  expect(tableOf([p50!])).toMatch(/p50 +3\.14 ms$/m);
});

it('an unknown word is refused with the words there are', () => {
  expect(() => selectGroups('lists')).toThrow(/lists\. There are: list, create/);
});

it('no figure is named twice', () => {
  const names = groups.flatMap(({ figures }) => figures.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
});
