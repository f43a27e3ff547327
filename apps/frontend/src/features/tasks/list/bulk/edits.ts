import type { Task } from '@todo-chatbot/shared';
import type { Edit } from '../../data/edit';

/** A task by its title, several by their number. */
export const named = (tasks: readonly Task[]): string =>
  tasks.length === 1 ? `“${tasks[0]?.title}”` : `${tasks.length} tasks`;

/** Another day; without a day there is no time, no recurrence and no reminder either. */
export const dueEdit = (day: string | null): Edit =>
  day
    ? { dueDate: day }
    : { dueDate: null, dueTime: null, timeZone: null, recurrence: null, reminders: [] };

/** One more tag for each task. */
export const tagEdit =
  (name: string) =>
  (task: Task): Edit => ({ tags: [...new Set([...task.tags, name])] });
