import type { Recurrence, Task } from '@todo-chatbot/shared';
import { expect, it } from 'vitest';
import { ruleOf } from './rule.ts';

function rule(dueDate: string, recurrence: Partial<Recurrence>, more: Partial<Task> = {}) {
  const whole: Recurrence = { every: 1, unit: 'day', from: 'due', ...recurrence };
  const blank = { dueDate, dueTime: null, timeZone: null, completed: false };
  return ruleOf({ ...blank, recurrence: whole, ...more } as Task);
}

// 2026-11-25 is a Wednesday.
it.each<[string, Partial<Recurrence>, string]>([
  ['2026-11-25', { unit: 'day' }, 'FREQ=DAILY'],
  ['2026-11-25', { unit: 'day', every: 3 }, 'FREQ=DAILY;INTERVAL=3'],
  ['2026-11-25', { unit: 'week', every: 2 }, 'FREQ=WEEKLY;INTERVAL=2'],
  ['2026-11-25', { unit: 'week', weekdays: ['mo', 'we'] }, 'FREQ=WEEKLY;BYDAY=MO,WE;WKST=MO'],
  ['2026-11-25', { unit: 'month' }, 'FREQ=MONTHLY'],
  ['2026-11-15', { unit: 'month', monthDay: 15 }, 'FREQ=MONTHLY;BYMONTHDAY=15'],
  ['2026-11-30', { unit: 'month', monthDay: -1 }, 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  [
    '2026-11-30',
    { unit: 'month', monthDay: 31 },
    'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1',
  ],
  ['2026-11-25', { unit: 'year' }, 'FREQ=YEARLY'],
  ['2026-11-25', { unit: 'day', until: '2026-12-31' }, 'FREQ=DAILY;UNTIL=20261231'],
])('%s %o is %s', (dueDate, recurrence, words) => {
  expect(rule(dueDate, recurrence)).toBe(words);
});

it('the last day of a timed task is given in UTC, as calendars ask for', () => {
  const timed = { dueTime: '09:00', timeZone: 'Europe/Berlin' };
  const until = rule('2026-11-25', { until: '2026-12-31' }, timed);
  expect(until).toBe('FREQ=DAILY;UNTIL=20261231T225900Z');
});

it.each<[string, string, Partial<Recurrence>]>([
  ['it counts from the day it was done', '2026-11-25', { from: 'completion' }],
  ['its date is none of its weekdays', '2026-11-25', { unit: 'week', weekdays: ['mo'] }],
  ['its date is not its day of the month', '2026-11-25', { unit: 'month', monthDay: 1 }],
  ['it would stay on the last day of a shorter month', '2026-10-31', { unit: 'month' }],
  ['it would stay on 28 February', '2028-02-29', { unit: 'year' }],
])('a task has no rule when %s', (_why, dueDate, recurrence) => {
  expect(rule(dueDate, recurrence)).toBeUndefined();
});

it('a task that is done recurs no more: its next occurrence is a task of its own', () => {
  expect(rule('2026-11-25', {}, { completed: true })).toBeUndefined();
});
