import { expect, it } from 'vitest';
import { placesBefore } from './transfer.ts';

const now = new Date('2026-11-25T09:00:00.000Z');
const placeOfTaskMadeAt = (moment: Date) =>
  `q${String(99_999_999_999_999_999n - BigInt(moment.getTime()) * 1_000n).padStart(17, '0')}`;

it('imported tasks keep their order', () => {
  const places = placesBefore(null, 2_000, now);
  expect(places).toEqual(places.toSorted());
  expect(new Set(places).size).toBe(2_000);
});

it('imported tasks come before those there are, and after one that is made later', () => {
  const first = placeOfTaskMadeAt(new Date('2026-11-25T08:59:59.000Z'));
  const places = placesBefore(first, 300, now);
  expect(places.at(-1)! < first).toBe(true);
  expect(placeOfTaskMadeAt(new Date('2026-11-25T09:00:01.000Z')) < places[0]!).toBe(true);
});

it('a task that was moved before everything still comes after what is imported', () => {
  for (const first of ['Z0', 'a0', 'a0V', 'q00000000000000000']) {
    const places = placesBefore(first, 50, now);
    expect(places.at(-1)! < first).toBe(true);
    expect(places).toEqual(places.toSorted());
  }
});
