import type { Recurrence } from '../contracts/recurrence.ts';
import { nextDate } from './next-date.ts';
import { wallClock } from './now-in-zone.ts';
import { addDays } from './plain-date.ts';

/** What of a task decides when it recurs. */
export interface Recurring {
  dueDate: string | null;
  dueTime: string | null;
  timeZone: string | null;
  recurrence: Recurrence | null;
}

/** When a task recurs, and by which rule from then on. */
export interface Occurrence {
  dueDate: string;
  recurrence: Recurrence;
}

// Without it, a rule that began on the 31st would go on from the 28th after its first February.
function keepMonthDay(rule: Recurrence, due: string): Recurrence {
  const day = Number(due.slice(8));
  const slips = rule.unit === 'month' && rule.monthDay === undefined && day > 28;
  return slips ? { ...rule, monthDay: day } : rule;
}

/**
 * The occurrence that follows a task completed `now`: the first one by its rule that is not
 * overdue already. Undefined when the task does not recur, or its rule has ended. The day of a
 * task without a zone is taken in UTC.
 */
export function nextOccurrence(task: Recurring, now: Date): Occurrence | undefined {
  const { dueDate, dueTime, timeZone, recurrence } = task;
  if (!dueDate || !recurrence) return undefined;
  const { day: today, time } = wallClock(timeZone ?? 'UTC', now);
  if (recurrence.from === 'completion') {
    const next = nextDate(recurrence, today);
    return next === undefined ? undefined : { dueDate: next, recurrence };
  }
  const over = dueTime !== null && dueTime <= time;
  const next = nextDate(recurrence, dueDate, over ? addDays(today, 1) : today);
  if (next === undefined) return undefined;
  return { dueDate: next, recurrence: keepMonthDay(recurrence, dueDate) };
}
