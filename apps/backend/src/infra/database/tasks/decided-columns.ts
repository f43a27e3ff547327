import { priorities } from '@todo-chatbot/shared';
import type { TaskInput } from '@todo-chatbot/shared';

// Rows travel as one JSON parameter, so that a statement is the same for one row and for five hundred.

/** The columns that a person decides about, and their types. */
export const decided = {
  title: 'text',
  notes: 'text',
  priority: 'smallint',
  stage: 'text',
  tags: 'text[]',
  subtasks: 'jsonb',
  reminders: 'integer[]',
  due_date: 'date',
  due_time: 'text',
  time_zone: 'text',
  recurrence: 'jsonb',
} as const;

/** The columns by their names, each said in its own way. */
export const listOf = (columns: object, line: (column: string) => string) =>
  Object.keys(columns).map(line).join(', ');

/** The second parameter, a JSON array, as rows of these columns: `given`. */
export const recordset = (columns: Record<string, string>) =>
  `jsonb_to_recordset($2::jsonb) as given(${listOf(columns, (name) => `${name} ${columns[name]}`)})`;

/** What a person decided about a task, by column. */
export function decidedOf(task: TaskInput): Record<keyof typeof decided, unknown> {
  const { title, notes, stage, tags, subtasks, reminders, recurrence } = task;
  return {
    ...{ title, notes, stage, tags, subtasks, reminders, recurrence },
    priority: priorities.indexOf(task.priority),
    due_date: task.dueDate,
    due_time: task.dueTime,
    time_zone: task.timeZone,
  };
}
