import type { Task } from '@todo-chatbot/shared';
import type { NextDraft, TaskDraft } from '../../../modules/tasks/task-store.ts';
import { decided, decidedOf, listOf, recordset } from './decided-columns.ts';
import type { Statement } from './list-query.ts';
import { taskJson } from './task-json.ts';

const insertable = { id: 'uuid', ...decided, created_at: 'timestamptz' } as const;
const placed = { ...insertable, previous_id: 'uuid', position: 'text' } as const;
const updatable = {
  ...decided,
  completed_at: 'timestamptz',
  deleted_at: 'timestamptz',
  updated_at: 'timestamptz',
} as const;

const insertText = (columns: Record<string, string>, unique: string) =>
  `insert into tasks (user_id, updated_at, ${listOf(columns, (name) => name)})
   select $1, created_at, ${listOf(columns, (name) => name)} from ${recordset(columns)}
   on conflict (${unique}) do nothing returning ${taskJson}`;

const insertOne = insertText(insertable, 'id');
const insertNext = insertText(placed, 'previous_id');

/** Inserts a task unless its id is taken. */
export function insertStatement(ownerId: string, draft: TaskDraft): Statement {
  const { id, createdAt } = draft;
  const rows = [{ id, created_at: createdAt, ...decidedOf(draft) }];
  return { name: 'task-insert', text: insertOne, values: [ownerId, JSON.stringify(rows)] };
}

/** Inserts next occurrences, each unless its task has one. */
export function insertNextStatement(ownerId: string, drafts: NextDraft[]): Statement {
  const rows = drafts.map((draft) => ({
    ...{ id: draft.id, created_at: draft.createdAt, ...decidedOf(draft) },
    previous_id: draft.previousId,
    position: draft.position,
  }));
  return { name: 'task-insert-next', text: insertNext, values: [ownerId, JSON.stringify(rows)] };
}

const update = `update tasks
  set version = tasks.version + 1, ${listOf(updatable, (name) => `${name} = given.${name}`)}
  from ${recordset({ id: 'uuid', ...updatable })}
  where tasks.user_id = $1 and tasks.id = given.id returning ${taskJson}`;

/** Writes tasks as they are given, each one version on. */
export function updateStatement(ownerId: string, tasks: Task[]): Statement {
  const rows = tasks.map((task) => ({
    ...{ id: task.id, ...decidedOf(task) },
    completed_at: task.completedAt,
    deleted_at: task.deletedAt,
    updated_at: task.updatedAt,
  }));
  return { name: 'task-update', text: update, values: [ownerId, JSON.stringify(rows)] };
}
