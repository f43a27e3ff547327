import type { Task } from '@todo-chatbot/shared';
import type { PoolClient } from 'pg';
import type { Changed, ChangeSet } from '../../../modules/tasks/task-store.ts';
import type { Statement } from './list-query.ts';
import { taskJson, taskOf } from './task-json.ts';
import type { TaskRow } from './task-json.ts';
import { insertNextStatement, updateStatement } from './writes.ts';

// In one order for everybody, so that changes of the same tasks wait for each other in a line.
const lock = `select ${taskJson} from tasks
  where user_id = $1 and id = any($2::uuid[]) order by id for update`;

const takeBack = `delete from tasks where user_id = $1 and previous_id = any($2::uuid[])
  and version = 1 and completed_at is null and deleted_at is null returning id`;

/** Reads and locks tasks of one owner. */
export async function lockTasks(client: PoolClient, ownerId: string, ids: string[]) {
  const values = [ownerId, ids];
  const { rows } = await client.query<TaskRow>({ name: 'task-lock', text: lock, values });
  return new Map(rows.map(taskOf).map((task) => [task.id, task]));
}

/** Writes what was decided about locked tasks. */
export async function writeChanges(
  client: PoolClient,
  ownerId: string,
  { tasks, next, reopened }: ChangeSet,
): Promise<Changed> {
  const written = async (statement: Statement): Promise<Task[]> =>
    (await client.query<TaskRow>(statement)).rows.map(taskOf);

  const updated = new Map(
    (await written(updateStatement(ownerId, tasks))).map((task) => [task.id, task]),
  );
  const removed =
    reopened.length > 0
      ? (await client.query<{ id: string }>(takeBack, [ownerId, reopened])).rows
      : [];
  return {
    tasks: tasks.flatMap(({ id }) => updated.get(id) ?? []),
    next: next.length > 0 ? await written(insertNextStatement(ownerId, next)) : [],
    removed: removed.map(({ id }) => id),
  };
}
