import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekdays } from '../contracts/recurrence.ts';
import { addDays, dayInMonth, daysBetween, monthNumber, weekdayIndex } from './plain-date.ts';
import { nextDate } from './next-date.ts';

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const every = fc.integer({ min: 1, max: 5 });
const rule = fc.oneof(
  fc.record({ every, unit: fc.constant('day' as const) }),
  fc.record({
    every,
    unit: fc.constant('week' as const),
    weekdays: fc.option(fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }), {
      nil: undefined,
    }),
  }),
  fc.record({
    every,
    unit: fc.constant('month' as const),
    monthDay: fc.option(fc.oneof(fc.constant(-1 as const), fc.integer({ min: 1, max: 31 })), {
      nil: undefined,
    }),
  }),
  fc.record({ every, unit: fc.constant('year' as const) }),
);
type Rule = Parameters<typeof nextDate>[0];

const weekOf = (any: string) => addDays(any, -weekdayIndex(any));

/** Whether a rule that began on `due` falls on a day, by its definition and without any cleverness. */
function fallsOn(given: Rule, due: string, any: string): boolean {
  const months = monthNumber(any) - monthNumber(due);
  switch (given.unit) {
    case 'day':
      return daysBetween(due, any) % given.every === 0;
    case 'week':
      return given.weekdays
        ? (daysBetween(weekOf(due), weekOf(any)) / 7) % given.every === 0 &&
            given.weekdays.includes(weekdays[weekdayIndex(any)]!)
        : daysBetween(due, any) % (7 * given.every) === 0;
    default: {
      const step = given.unit === 'year' ? 12 * given.every : given.every;
      const wanted = given.monthDay ?? Number(due.slice(8));
      return months % step === 0 && any === dayInMonth(monthNumber(any), wanted);
    }
  }
}

describe('the next date of a rule', () => {
  it('is the first later day on which the rule falls', () => {
    fc.assert(
      fc.property(rule, day, fc.integer({ min: -100, max: 1_000 }), (given, due, late) => {
        const notBefore = addDays(due, late);
        let expected = addDays(due, 1);
        while (expected < notBefore || !fallsOn(given, due, expected)) {
          expected = addDays(expected, 1);
        }
        expect(nextDate(given, due, notBefore)).toBe(expected);
      }),
    );
  });

  it('is never after the last day of the rule', () => {
    fc.assert(
      fc.property(rule, day, fc.integer({ min: 0, max: 100 }), (given, due, days) => {
        const until = addDays(due, days);
        const next = nextDate(given, due);
        const kept = next !== undefined && next <= until ? next : undefined;
        expect(nextDate({ ...given, until }, due)).toBe(kept);
      }),
    );
  });

  it.each([
    [
      'the last day of the month',
      { every: 1, unit: 'month', monthDay: -1 },
      '2028-01-31',
      '2028-02-29',
    ],
    [
      'a day that February lacks',
      { every: 1, unit: 'month', monthDay: 30 },
      '2027-01-30',
      '2027-02-28',
    ],
    ['and back in March', { every: 1, unit: 'month', monthDay: 30 }, '2027-02-28', '2027-03-30'],
    ['a leap day', { every: 1, unit: 'year' }, '2028-02-29', '2029-02-28'],
    [
      'Friday to Monday',
      { every: 1, unit: 'week', weekdays: ['mo', 'fr'] },
      '2026-11-27',
      '2026-11-30',
    ],
    [
      'over a week between',
      { every: 2, unit: 'week', weekdays: ['mo'] },
      '2026-11-25',
      '2026-12-07',
    ],
  ] satisfies [string, Rule, string, string][])('%s', (...[, given, due, next]) => {
    expect(nextDate(given, due)).toBe(next);
  });

  it('ends with the calendar', () => {
    expect(nextDate({ every: 1, unit: 'day' }, '9999-12-31')).toBeUndefined();
    expect(nextDate({ every: 999, unit: 'year' }, '9998-12-31')).toBeUndefined();
    expect(nextDate({ every: 1, unit: 'week', weekdays: ['mo'] }, '9999-12-30')).toBeUndefined();
  });
});
