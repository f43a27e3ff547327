import type { Task } from '@todo-chatbot/shared';
import { addDays, ownZone, weekdayIndex } from '@todo-chatbot/shared/dates';
import type { Edit } from '../../data/edit';

// Also a day without a time gets its zone: reminders and recurrence count from a morning somewhere.
const zoneOf = (task: Task) => task.timeZone ?? ownZone();

/** Another day; without a day there is no time, no recurrence and no reminder either. */
export const dayEdit = (task: Task, day: string | null): Edit =>
  day
    ? { dueDate: day, timeZone: zoneOf(task) }
    : { dueDate: null, dueTime: null, timeZone: null, recurrence: null, reminders: [] };

/** Another time, on the day it has or today; null takes the time away. */
export const timeEdit = (task: Task, time: string | null, today: string): Edit => ({
  dueDate: task.dueDate ?? today,
  dueTime: time,
  timeZone: zoneOf(task),
});

export interface QuickDay {
  label: string;
  day: string;
}

/** The days that are chosen most, without those that mean the same today. */
export function quickDays(today: string): QuickDay[] {
  const weekday = weekdayIndex(today);
  const saturday = addDays(today, 5 - weekday);
  return [
    { label: 'Today', day: today },
    { label: 'Tomorrow', day: addDays(today, 1) },
    ...(weekday < 4 ? [{ label: 'This weekend', day: saturday }] : []),
    ...(weekday > 4 ? [{ label: 'Next weekend', day: addDays(saturday, 7) }] : []),
    ...(weekday === 6 ? [] : [{ label: 'Next week', day: addDays(today, 7 - weekday) }]),
  ];
}
