import { expect, it } from 'vitest';
import { placeAt, shiftOf, wayTo } from './moves';

// The second line is higher than the others.
const places = [
  { top: 0, height: 40 },
  { top: 40, height: 56 },
  { top: 96, height: 40 },
];

it('a line goes to the place that its middle is nearest to', () => {
  expect(placeAt(places, 0, 10)).toBe(0);
  expect(placeAt(places, 0, 30)).toBe(1);
  expect(placeAt(places, 0, 900)).toBe(2);
  expect(placeAt(places, 2, -900)).toBe(0);
});

it('the way to a place leads exactly there', () => {
  expect(wayTo(places, 0, 2)).toBe(96);
  expect(wayTo(places, 2, 0)).toBe(-96);
  expect(wayTo(places, 0, 1)).toBe(56);
  for (const to of [0, 1, 2]) expect(placeAt(places, 1, wayTo(places, 1, to))).toBe(to);
});

it('the lines between stand aside, the others stay', () => {
  const shifts = (from: number, to: number) =>
    places.map((_, at) => shiftOf({ id: '', from, to, by: 7 }, at, 40));
  expect(shifts(0, 1)).toEqual([7, -40, 0]);
  expect(shifts(2, 0)).toEqual([40, 40, 7]);
  expect(shifts(1, 1)).toEqual([0, 7, 0]);
});
