import { priorities } from '@todo-chatbot/shared';
import type { Task } from '@todo-chatbot/shared';

const names = priorities.map((name) => `'${name}'`).join(', ');
const moment = (column: string) =>
  `to_char(tasks.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Each field of the contract and where it comes from; a missing one does not compile. */
const sources: Record<keyof Task, string> = {
  id: 'tasks.id',
  title: 'tasks.title',
  notes: 'tasks.notes',
  priority: `(array[${names}])[tasks.priority + 1]`,
  stage: 'tasks.stage',
  tags: 'tasks.tags',
  subtasks: 'tasks.subtasks',
  reminders: 'tasks.reminders',
  dueDate: 'tasks.due_date',
  dueTime: 'tasks.due_time',
  timeZone: 'tasks.time_zone',
  recurrence: 'tasks.recurrence',
  position: 'tasks.position',
  completed: 'tasks.completed_at is not null',
  completedAt: moment('completed_at'),
  deletedAt: moment('deleted_at'),
  createdAt: moment('created_at'),
  updatedAt: moment('updated_at'),
  version: 'tasks.version',
};

const fields = Object.entries(sources)
  .map(([field, source]) => `${source} as "${field}"`)
  .join(', ');

/**
 * A row of `tasks` as JSON text in the form of the contract, as the column `task`. The database
 * writes it, because turning rows into objects and those into text is most of what a list would
 * cost this process. A day stays a text this way, which no time zone of a process can change.
 */
export const taskJson = `(select row_to_json(shown)::text from (select ${fields}) shown) as task`;

/** A row that holds {@link taskJson}. */
export interface TaskRow {
  task: string;
}

/** The task in a row that this process' own statements have made. */
export const taskOf = ({ task }: TaskRow): Task => JSON.parse(task) as Task;
