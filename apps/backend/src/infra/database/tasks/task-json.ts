import { priorities } from '@todo-chatbot/shared';

const moment = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const names = priorities.map((name) => `'${name}'`).join(', ');

/**
 * A row of `tasks` as the contract has it. Made by the database, because turning rows into objects
 * column by column is most of what a list would cost this process. A day stays a text here, which
 * no time zone of a process can turn into another day.
 */
export const taskJson = `json_build_object(
  'id', tasks.id, 'title', tasks.title, 'notes', tasks.notes,
  'priority', (array[${names}])[tasks.priority + 1], 'stage', tasks.stage,
  'tags', tasks.tags, 'subtasks', tasks.subtasks, 'reminders', tasks.reminders,
  'dueDate', tasks.due_date, 'dueTime', tasks.due_time, 'timeZone', tasks.time_zone,
  'recurrence', tasks.recurrence, 'position', tasks.position,
  'completed', tasks.completed_at is not null,
  'completedAt', ${moment('tasks.completed_at')}, 'deletedAt', ${moment('tasks.deleted_at')},
  'createdAt', ${moment('tasks.created_at')}, 'updatedAt', ${moment('tasks.updated_at')},
  'version', tasks.version) as task`;
