import { Temporal } from 'temporal-polyfill';
import { todayIn } from './now-in-zone.ts';

/** When a task is due, as its owner wrote it down. */
export interface Due {
  dueDate: string | null;
  dueTime: string | null;
  timeZone: string | null;
}

/** When a task without a time is due, as far as reminders are concerned. */
export const morning = '09:00';

/**
 * The moment of a day and time on the wall of a zone. A time that the clocks leap over counts from
 * before the leap (02:30 becomes 03:30); of a time that comes twice it is the first.
 * @see https://tc39.es/proposal-temporal/docs/ambiguity.html
 */
export function momentOf(day: string, time: string, timeZone: string): Date {
  const zoned = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone, {
    disambiguation: 'compatible',
  });
  return new Date(zoned.epochMilliseconds);
}

/**
 * When a task is due, from which its reminders count back; undefined without a date. `zone` is for
 * tasks that name none.
 */
export function dueMoment(due: Due, zone = 'UTC'): Date | undefined {
  if (!due.dueDate) return undefined;
  return momentOf(due.dueDate, due.dueTime ?? morning, due.timeZone ?? zone);
}

/**
 * Whether a task's time is over: the moment for one with a time, the whole day in the viewer's
 * `zone` for one without.
 */
export function isOverdue(due: Due, zone: string, now: Date = new Date()): boolean {
  if (!due.dueDate) return false;
  if (!due.dueTime) return due.dueDate < todayIn(zone, now);
  const moment = dueMoment(due, zone);
  return moment !== undefined && moment < now;
}
