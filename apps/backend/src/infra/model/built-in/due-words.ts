import type { Task } from '@todo-chatbot/shared';
import { addDays } from '@todo-chatbot/shared/dates';

const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});

/** A day as people call it, seen from today. */
export function dayWords(day: string, today: string): string {
  if (day === today) return 'today';
  if (day === addDays(today, 1)) return 'tomorrow';
  if (day === addDays(today, -1)) return 'yesterday';
  return format.format(new Date(day));
}

/** When a task is due, in words; empty when it is not. */
export function dueWords({ dueDate, dueTime }: Pick<Task, 'dueDate' | 'dueTime'>, today: string) {
  if (!dueDate) return '';
  return [dayWords(dueDate, today), ...(dueTime ? [`at ${dueTime}`] : [])].join(' ');
}
