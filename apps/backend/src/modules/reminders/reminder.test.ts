import { describe, expect, it } from 'vitest';
import { isCurrent, isLate, mailOf, planOf } from './reminder.ts';
import type { RemindedTask } from './reminder.ts';

const task: RemindedTask = {
  id: 'a',
  ownerId: 'ada',
  title: 'Water the plants',
  notes: '',
  reminders: [0, 60],
  dueDate: '2026-11-25',
  dueTime: '18:30',
  timeZone: 'Europe/Berlin',
  completed: false,
  deleted: false,
};
const at = (text: string) => new Date(text);
const hour = 3_600_000;

it('each reminder of a task fires so many minutes before it is due', () => {
  expect(planOf(task)).toEqual({
    dueAt: at('2026-11-25T17:30:00Z'),
    firesAt: [at('2026-11-25T17:30:00Z'), at('2026-11-25T16:30:00Z')],
  });
});

it.each([
  ['Pacific/Pago_Pago', '2026-11-25T20:00:00Z'],
  ['UTC', '2026-11-25T09:00:00Z'],
  ['Asia/Kolkata', '2026-11-25T03:30:00Z'],
  ['Pacific/Kiritimati', '2026-11-24T19:00:00Z'],
  [null, '2026-11-25T09:00:00Z'],
])('a day without a time is due at nine in the morning of %s', (timeZone, moment) => {
  expect(planOf({ ...task, dueTime: null, timeZone })?.dueAt).toEqual(at(moment));
});

it.each([{ completed: true }, { deleted: true }, { dueDate: null, dueTime: null }])(
  'nothing fires for a task with %j',
  (change) => {
    expect(planOf({ ...task, ...change })).toBeUndefined();
  },
);

it('a zone that is unknown here, and moments beyond the calendar, stop nobody else', () => {
  expect(planOf({ ...task, timeZone: 'Atlantis/Capital' })).toBeUndefined();
  const last = { dueDate: '9999-12-31', dueTime: '23:59', timeZone: 'Pacific/Pago_Pago' };
  expect(planOf({ ...task, ...last })).toBeUndefined();
});

describe('a reminder', () => {
  const moment = {
    dueAt: at('2026-11-25T17:30:00Z'),
    firesAt: at('2026-11-25T16:30:00Z'),
    snoozed: false,
  };

  it('is current while its task is open, due at the same moment and asks for it', () => {
    expect(isCurrent(task, moment)).toBe(true);
    expect(isCurrent({ ...task, completed: true }, moment)).toBe(false);
    expect(isCurrent({ ...task, dueTime: '18:31' }, moment)).toBe(false);
    expect(isCurrent({ ...task, reminders: [0] }, moment)).toBe(false);
  });

  it('stays current when the same moment is written down in another zone', () => {
    const moved = { ...task, dueTime: '17:30', timeZone: 'UTC' };
    expect(isCurrent(moved, moment)).toBe(true);
  });

  it('that was snoozed is current at whatever moment it fires', () => {
    const snoozed = { ...moment, firesAt: at('2026-11-26T08:00:00Z'), snoozed: true };
    expect(isCurrent({ ...task, reminders: [] }, snoozed)).toBe(true);
    expect(isCurrent({ ...task, dueDate: '2026-11-27' }, snoozed)).toBe(false);
  });

  it('says that it is late when it comes more than an hour late', () => {
    const minutesAfter = (n: number) => new Date(moment.firesAt.getTime() + n * 60_000);
    expect(isLate(moment.firesAt, minutesAfter(60))).toBe(false);
    expect(isLate(moment.firesAt, minutesAfter(61))).toBe(true);
  });
});

it('mail goes out to a confirmed address, where it is wanted and possible, within a day', () => {
  const ada = { name: 'Ada', email: 'ada@example.org', confirmed: true, wanted: true };
  expect(mailOf(ada, true, 0)).toBe('queued');
  expect(mailOf(ada, true, 24 * hour)).toBe('queued');
  expect(mailOf(ada, true, 25 * hour)).toBe('too_late');
  expect(mailOf(ada, false, 0)).toBe('no_mail_here');
  expect(mailOf({ ...ada, confirmed: false }, true, 0)).toBe('unconfirmed');
  expect(mailOf({ ...ada, wanted: false }, true, 0)).toBe('unwanted');
});
