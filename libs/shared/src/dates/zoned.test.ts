import { describe, expect, it } from 'vitest';
import { todayIn } from './now-in-zone.ts';
import { dueMoment, isOverdue, momentOf } from './zoned.ts';

const timed = { dueDate: '2026-11-25', dueTime: '09:30', timeZone: 'Asia/Kolkata' };
const dated = { dueDate: '2026-11-25', dueTime: null, timeZone: null };

describe('the moment on a wall', () => {
  it.each([
    ['a plain day', '2026-11-25T09:30', '2026-11-25T08:30:00.000Z'],
    ['a time that the clocks leap over', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
    ['a time that comes twice', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  ])('is right for %s', (_what, wall, moment) => {
    const [day = '', time = ''] = wall.split('T');
    expect(momentOf(day, time, 'Europe/Berlin').toISOString()).toBe(moment);
  });
});

describe('a task', () => {
  it('with a time is due then, in its own zone', () => {
    expect(dueMoment(timed, 'America/New_York')?.toISOString()).toBe('2026-11-25T04:00:00.000Z');
  });

  it('without a time is due in the morning, without a date never', () => {
    expect(dueMoment(dated)?.toISOString()).toBe('2026-11-25T09:00:00.000Z');
    expect(dueMoment({ ...dated, dueDate: null })).toBeUndefined();
  });

  it('with a time is overdue from the minute after', () => {
    expect(isOverdue(timed, 'UTC', new Date('2026-11-25T04:00:00Z'))).toBe(false);
    expect(isOverdue(timed, 'UTC', new Date('2026-11-25T04:00:01Z'))).toBe(true);
  });

  it.each([
    ['Pacific/Pago_Pago', '2026-11-26T11:00:00Z'],
    ['UTC', '2026-11-26T00:00:00Z'],
    ['Asia/Kolkata', '2026-11-25T18:30:00Z'],
    ['Pacific/Kiritimati', '2026-11-25T10:00:00Z'],
  ])('without a time is overdue in %s from the midnight after', (zone, midnight) => {
    const end = new Date(midnight);
    const before = new Date(end.getTime() - 1);
    expect([todayIn(zone, before), todayIn(zone, end)]).toEqual(['2026-11-25', '2026-11-26']);
    expect(isOverdue(dated, zone, before)).toBe(false);
    expect(isOverdue(dated, zone, end)).toBe(true);
  });
});
