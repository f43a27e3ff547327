import type { Tag, Task, TaskSummary } from '@todo-chatbot/shared';
import type { Pool } from 'pg';
import type { TaskKey, TaskStore } from '../../../modules/tasks/task-store.ts';
import { lockTasks, writeChanges } from './change.ts';
import { listStatement, listedTasks } from './list-query.ts';
import type { ListRow, Statement } from './list-query.ts';
import { moveTask } from './move.ts';
import { listTags, replaceTag } from './tag-statements.ts';
import { taskJson, taskOf } from './task-json.ts';
import type { TaskRow } from './task-json.ts';
import { inTransaction } from './transaction.ts';
import { insertStatement } from './writes.ts';

const find = `select ${taskJson} from tasks where user_id = $1 and id = $2`;

// A task that is in the trash already keeps its moment and its version.
const discard = `update tasks set
    version = version + (deleted_at is null)::int,
    updated_at = case when deleted_at is null then $3 else updated_at end,
    deleted_at = coalesce(deleted_at, $3)
  where user_id = $1 and id = $2`;

const erase = `delete from tasks
  where user_id = $1 and deleted_at is not null and ($2::uuid is null or id = $2)`;

const summarise = `select count(*) filter (where open)::int as open,
    count(*) filter (where open and due_date < $2)::int as overdue,
    count(*) filter (where open and due_date = $2)::int as today,
    count(*) filter (where open and due_date > $2)::int as upcoming,
    count(*) filter (where open and due_date is null)::int as none,
    count(*) filter (where not open and deleted_at is null)::int as done,
    count(*) filter (where deleted_at is not null)::int as trash
  from (select due_date, deleted_at, completed_at is null and deleted_at is null as open
    from tasks where user_id = $1) counted`;

// Any number will do, as long as every replica asks for the same one.
const purgeLock = 7_160_412_984;

const purge = `with turn as materialized (select pg_try_advisory_xact_lock(${purgeLock}) as mine)
  delete from tasks where id in (
    select id from tasks, turn where mine and deleted_at < $1 limit $2)`;

/** Keeps tasks in PostgreSQL. */
export function createTaskStore(pool: Pool): TaskStore {
  const read = async (statement: Statement): Promise<Task[]> =>
    (await pool.query<TaskRow>(statement)).rows.map(taskOf);
  const write = async (text: string, values: unknown[]): Promise<number> =>
    (await pool.query(text, values)).rowCount ?? 0;

  async function findTask({ ownerId, id }: TaskKey): Promise<Task | undefined> {
    const [task] = await read({ name: 'task-find', text: find, values: [ownerId, id] });
    return task;
  }

  return {
    async list(ownerId, selection) {
      const { rows } = await pool.query<ListRow>(listStatement(ownerId, selection));
      const [row] = rows;
      if (!row) throw new Error('The database returned no row for a list.');
      return listedTasks(row, selection.size);
    },
    find: findTask,

    async insert(ownerId, draft) {
      const [inserted] = await read(insertStatement(ownerId, draft));
      if (inserted) return { task: inserted, isNew: true };
      const task = await findTask({ ownerId, id: draft.id });
      return task && { task, isNew: false };
    },

    change: (ownerId, ids, decide) =>
      inTransaction(pool, async (client) =>
        writeChanges(client, ownerId, decide(await lockTasks(client, ownerId, ids))),
      ),

    move: (move) => inTransaction(pool, (client) => moveTask(client, move)),
    discard: async ({ ownerId, id }, now) => (await write(discard, [ownerId, id, now])) > 0,
    erase: (ownerId, id) => write(erase, [ownerId, id]),
    purge: (before, limit) => write(purge, [before, limit]),

    async summary(ownerId, today) {
      const values = [ownerId, today];
      const query = { name: 'task-summary', text: summarise, values };
      const [summary] = (await pool.query<TaskSummary>(query)).rows;
      if (!summary) throw new Error('The database returned no row for a count.');
      return summary;
    },

    tags: async (ownerId) => (await pool.query<Tag>(listTags, [ownerId])).rows,
    replaceTag: (ownerId, { from, to, now }) => write(replaceTag, [ownerId, from, to, now]),
  };
}
