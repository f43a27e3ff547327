import type { Task } from '@todo-chatbot/shared';
import { daysBetween } from '@todo-chatbot/shared/dates';

export type DueTone = 'overdue' | 'today' | 'later';

// Days are counted in UTC, where each has 24 hours; no clock or zone is involved.
const instant = (day: string) => Date.parse(`${day}T00:00:00Z`);
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });

const weekday = format({ weekday: 'short' });
const dayMonth = format({ day: 'numeric', month: 'short' });
const dayMonthYear = format({ day: 'numeric', month: 'short', year: 'numeric' });
const long = format({ weekday: 'long', day: 'numeric', month: 'long' });

const near: Record<number, string> = { [-1]: 'Yesterday', 0: 'Today', 1: 'Tomorrow' };

/** A day as one says it: Today, Tomorrow, Fri, 12 Dec, 3 Jan 2027. */
export function dayWords(day: string, today: string): string {
  const away = daysBetween(today, day);
  const word = near[away];
  if (word) return word;
  if (away > 1 && away < 7) return weekday.format(instant(day));
  const style = day.slice(0, 4) === today.slice(0, 4) ? dayMonth : dayMonthYear;
  return style.format(instant(day));
}

/** A day as a heading: Tomorrow, Friday 27 November. */
export function dayHeading(day: string, today: string): string {
  const [name, date] = [near[daysBetween(today, day)], long.format(instant(day))];
  return name ? `${name} · ${date}` : date;
}

/** How urgent a day is; what is done is never urgent. */
export function dueTone({ dueDate, completed }: Task, today: string): DueTone {
  if (completed || !dueDate || dueDate > today) return 'later';
  return dueDate === today ? 'today' : 'overdue';
}

const city = (zone: string) => zone.split('/').at(-1)?.replaceAll('_', ' ');

/** When a task is due, in a few words; the place is named when its clock is another. */
export function dueWords(
  task: Pick<Task, 'dueDate' | 'dueTime' | 'timeZone'>,
  today: string,
): string {
  const { dueDate, dueTime, timeZone } = task;
  if (!dueDate) return '';
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const place = dueTime && timeZone && timeZone !== here ? city(timeZone) : undefined;
  return [dayWords(dueDate, today), dueTime, place].filter(Boolean).join(' ');
}
