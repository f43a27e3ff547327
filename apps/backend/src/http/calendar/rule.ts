import { weekdays } from '@todo-chatbot/shared';
import type { Recurrence, Task } from '@todo-chatbot/shared';
import { monthNumber, dayInMonth, weekdayIndex } from '@todo-chatbot/shared/dates';
import { momentOf } from '@todo-chatbot/shared/dates/zoned';

const frequencies = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const;

/** A moment as calendar files write it: `20261125T093000Z`. */
export const basicMoment = (moment: Date): string =>
  moment.toISOString().replace(/[-:]|\.\d+/g, '');

const basicDay = (day: string): string => day.replaceAll('-', '');

function untilOf(until: string, { dueTime, timeZone }: Task): string {
  // With a time on the wall of a zone, the end must be given in UTC.
  if (dueTime && timeZone) return basicMoment(momentOf(until, '23:59', timeZone));
  return basicDay(until);
}

// A calendar skips what a month lacks, where a task falls on the last day: so the last of the days
// that there are is asked for.
function monthDays(day: number): string {
  if (day <= 28) return `;BYMONTHDAY=${day}`;
  const days = [28, 29, 30, 31].slice(0, day - 27);
  return `;BYMONTHDAY=${days.join(',')};BYSETPOS=-1`;
}

/** The part of a rule below its unit, undefined when the first day would not be one of its days. */
function partOf({ unit, ...rule }: Recurrence, dueDate: string): string | undefined {
  const day = Number(dueDate.slice(8));
  switch (unit) {
    case 'day':
      return '';
    case 'week': {
      const days = rule.weekdays;
      if (!days) return '';
      if (!days.some((name) => weekdays.indexOf(name) === weekdayIndex(dueDate))) return undefined;
      return `;BYDAY=${days.map((name) => name.toUpperCase()).join(',')};WKST=MO`;
    }
    case 'month': {
      // Without a day of its own, the task moves to the shorter months' last day and stays there.
      if (rule.monthDay === undefined) return day <= 28 ? '' : undefined;
      if (dayInMonth(monthNumber(dueDate), rule.monthDay) !== dueDate) return undefined;
      return rule.monthDay === -1 ? ';BYMONTHDAY=-1' : monthDays(rule.monthDay);
    }
    case 'year':
      return dueDate.endsWith('-02-29') ? undefined : '';
  }
}

/**
 * How a task recurs, in the words of calendars; undefined where they have none for it, such as
 * for a task that recurs so long after it was done.
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10
 */
export function ruleOf(task: Task): string | undefined {
  const { recurrence, dueDate, completed } = task;
  if (!recurrence || !dueDate || completed || recurrence.from === 'completion') return undefined;
  const part = partOf(recurrence, dueDate);
  if (part === undefined) return undefined;
  const interval = recurrence.every === 1 ? '' : `;INTERVAL=${recurrence.every}`;
  const until = recurrence.until ? `;UNTIL=${untilOf(recurrence.until, task)}` : '';
  return `FREQ=${frequencies[recurrence.unit]}${interval}${part}${until}`;
}
