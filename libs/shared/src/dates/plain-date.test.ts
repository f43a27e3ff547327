import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayInMonth,
  daysBetween,
  lastDay,
  monthNumber,
  weekdayIndex,
} from './plain-date.ts';

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2400-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const few = fc.integer({ min: -5_000, max: 5_000 });

it('adds days, and counts them, as the calendar does', () => {
  fc.assert(
    fc.property(day, few, (from, days) => {
      const later = addDays(from, days);
      expect(later).toBe(Temporal.PlainDate.from(from).add({ days }).toString());
      expect(daysBetween(from, later)).toBe(days);
    }),
  );
});

it('adds months as the calendar does, days that a month lacks falling on its last', () => {
  fc.assert(
    fc.property(day, few, (from, months) => {
      expect(addMonths(from, months)).toBe(
        Temporal.PlainDate.from(from).add({ months }).toString(),
      );
    }),
  );
});

it('knows the weekday, from 0 for Monday', () => {
  fc.assert(
    fc.property(day, (any) => {
      expect(weekdayIndex(any)).toBe(Temporal.PlainDate.from(any).dayOfWeek - 1);
    }),
  );
});

it('finds the last day of a month', () => {
  expect(dayInMonth(monthNumber('2028-02-01'), -1)).toBe('2028-02-29');
  expect(dayInMonth(monthNumber('2100-02-01'), 31)).toBe('2100-02-28');
});

it('goes no further than the calendar of the contracts', () => {
  expect(addDays(lastDay, 1)).toBe(lastDay);
  expect(addMonths(lastDay, 12)).toBe(lastDay);
});
