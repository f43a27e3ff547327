import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { findTogether } from './find-together.ts';

const lengths = () =>
  vi.fn(async (keys: readonly string[]) => new Map(keys.map((key) => [key, key.length])));

it('all that are asked for in one turn are found by one statement', async () => {
  const readAll = lengths();
  const find = findTogether(readAll);
  expect(await Promise.all([find('a'), find('bcd'), find('a')])).toEqual([1, 3, 1]);
  expect(readAll).toHaveBeenCalledTimes(1);
});

it('a row is read again for each turn', async () => {
  const readAll = lengths();
  const find = findTogether(readAll);
  const first = find('a');
  await nextTurn();
  await Promise.all([first, find('a')]);
  expect(readAll).toHaveBeenCalledTimes(2);
});

it('a key without a row is undefined', async () => {
  const find = findTogether(async () => new Map([['there', 1]]));
  expect(await Promise.all([find('there'), find('not there')])).toEqual([1, undefined]);
});

it('a statement that fails fails for all, and not for the next turn', async () => {
  const readAll = vi.fn(async (): Promise<Map<string, number>> => new Map([['a', 1]]));
  readAll.mockRejectedValueOnce(new Error('the connection broke'));
  const find = findTogether(readAll);
  const both = await Promise.allSettled([find('a'), find('b')]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await find('a')).toBe(1);
});
