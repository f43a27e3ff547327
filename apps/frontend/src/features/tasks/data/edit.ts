import type { Task } from '@todo-chatbot/shared';
import { hashKey } from '@tanstack/react-query';

type Decided =
  | 'title'
  | 'notes'
  | 'priority'
  | 'stage'
  | 'tags'
  | 'subtasks'
  | 'reminders'
  | 'dueDate'
  | 'dueTime'
  | 'timeZone'
  | 'recurrence'
  | 'completed';

/** What a person changes about a task; `deleted` is the way into the trash and back. */
export type Edit = Partial<Pick<Task, Decided> & { deleted: boolean }>;

const keysOf = (edit: Edit) => Object.keys(edit) as (keyof Edit)[];

const valueOf = (task: Task, key: keyof Edit) =>
  key === 'deleted' ? task.deletedAt !== null : task[key];

/** The task with an edit made. */
export function withEdit(task: Task, { deleted, ...edit }: Edit): Task {
  const now = new Date().toISOString();
  const moment = (on: boolean | undefined, before: string | null) =>
    on === undefined ? before : on ? (before ?? now) : null;
  return {
    ...task,
    ...edit,
    completedAt: moment(edit.completed, task.completedAt),
    deletedAt: moment(deleted, task.deletedAt),
  };
}

/** The edit that takes another one back. */
export const inverse = (seen: Task, edit: Edit): Edit =>
  Object.fromEntries(keysOf(edit).map((key) => [key, valueOf(seen, key)]));

/** Whether a task is already as the edit wants it. */
export const isAsWanted = (task: Task, edit: Edit): boolean =>
  keysOf(edit).every((key) => hashKey([valueOf(task, key)]) === hashKey([edit[key]]));

/** Whether what the edit changes is in a task still as it was seen. */
export const isUntouched = (task: Task, seen: Task, edit: Edit): boolean =>
  isAsWanted(task, inverse(seen, edit));

/** Only what differs from the task. */
export const differences = (task: Task, edit: Edit): Edit =>
  Object.fromEntries(
    keysOf(edit)
      .filter((key) => edit[key] !== undefined && !isAsWanted(task, { [key]: edit[key] }))
      .map((key) => [key, edit[key]]),
  );
