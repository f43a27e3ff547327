import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recurrence } from '../contracts/recurrence.ts';
import type { Recurrence } from '../contracts/recurrence.ts';
import { nextOccurrence } from './next-occurrence.ts';
import { wallClock } from './now-in-zone.ts';
import { daysBetween } from './plain-date.ts';
import { momentOf } from './zoned.ts';

const weekly: Recurrence = { every: 1, unit: 'week', from: 'due' };
const daily: Recurrence = { every: 1, unit: 'day', from: 'due' };
const berlin = { dueTime: '09:30', timeZone: 'Europe/Berlin' };

describe('the next occurrence', () => {
  it.each([
    ['into summer time', '2026-03-27', '2026-04-03'],
    ['out of summer time', '2026-10-23', '2026-10-30'],
  ])('keeps weekday and wall time %s', (_change, dueDate, next) => {
    const now = new Date(`${dueDate}T06:00:00Z`);
    expect(nextOccurrence({ ...berlin, dueDate, recurrence: weekly }, now)?.dueDate).toBe(next);
    const moment = momentOf(next, berlin.dueTime, berlin.timeZone);
    expect(wallClock(berlin.timeZone, moment)).toEqual({ day: next, time: '09:30' });
    expect(moment.getTime() - momentOf(dueDate, '09:30', berlin.timeZone).getTime()).not.toBe(
      7 * 86_400_000,
    );
  });

  it('is today when its time is still to come, else the day after', () => {
    const task = { ...berlin, dueDate: '2026-11-20', recurrence: daily };
    const at = (time: string) => nextOccurrence(task, new Date(`2026-11-25T${time}Z`))?.dueDate;
    expect(at('08:29:00')).toBe('2026-11-25');
    expect(at('08:30:00')).toBe('2026-11-26');
  });

  it.each([
    ['Pacific/Pago_Pago', '2026-11-24'],
    ['UTC', '2026-11-25'],
    ['Asia/Kolkata', '2026-11-25'],
    ['Pacific/Kiritimati', '2026-11-26'],
  ])('of an overdue task without a time is today in %s', (timeZone, today) => {
    const task = { dueDate: '1900-01-01', dueTime: null, timeZone, recurrence: daily };
    expect(nextOccurrence(task, new Date('2026-11-25T10:30:00Z'))?.dueDate).toBe(today);
  });

  it('counts from the day of completion when the rule says so, in the zone of the task', () => {
    const task = {
      dueDate: '2026-11-01',
      dueTime: '23:00',
      timeZone: 'Pacific/Kiritimati',
      recurrence: { every: 3, unit: 'day', from: 'completion' } as const,
    };
    const now = new Date('2026-11-25T10:30:00Z');
    expect(nextOccurrence(task, now)?.dueDate).toBe('2026-11-29');
  });

  it('goes on on the 31st after a shorter month', () => {
    const monthly: Recurrence = { every: 1, unit: 'month', from: 'due' };
    const task = { dueDate: '2027-01-31', dueTime: null, timeZone: null, recurrence: monthly };
    const now = new Date('2027-01-31T12:00:00Z');
    const february = nextOccurrence(task, now)!;
    expect(february.dueDate).toBe('2027-02-28');
    expect(nextOccurrence({ ...task, ...february }, now)?.dueDate).toBe('2027-03-31');
  });

  it('of a task without rule or date is none', () => {
    const now = new Date();
    expect(nextOccurrence({ ...berlin, dueDate: '2026-11-20', recurrence: null }, now)).toBe(
      undefined,
    );
    expect(nextOccurrence({ ...berlin, dueDate: null, recurrence: daily }, now)).toBe(undefined);
  });

  it('is later than the one before, and its rule is one that the contract takes', () => {
    const days = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const rules = fc.record({
      every: fc.integer({ min: 1, max: 999 }),
      unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
      from: fc.constant('due' as const),
    });
    const now = new Date('2026-11-25T10:30:00Z');
    fc.assert(
      fc.property(days, rules, (dueDate, rule) => {
        const next = nextOccurrence({ ...berlin, dueDate, recurrence: rule }, now)!;
        expect(daysBetween(dueDate, next.dueDate)).toBeGreaterThan(0);
        expect(momentOf(next.dueDate, '09:30', 'Europe/Berlin').getTime()).toBeGreaterThan(
          now.getTime(),
        );
        expect(recurrence.parse(next.recurrence)).toEqual(next.recurrence);
      }),
    );
  });
});
