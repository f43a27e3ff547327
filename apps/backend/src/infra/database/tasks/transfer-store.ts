import type { ExportedTask } from '@todo-chatbot/shared';
import type { Pool } from 'pg';
import type { PlacedTask, TransferStore } from '../../../modules/tasks/transfer.ts';
import { decided, decidedOf, listOf, recordset } from './decided-columns.ts';
import { taskJson, taskOf } from './task-json.ts';
import type { TaskRow } from './task-json.ts';
import { inTransaction } from './transaction.ts';

const batch = 500;

const inOrder = `select array(
    select id from tasks where user_id = $1 order by position, id
  )::text[] as ids`;

const read = `select ${taskJson} from unnest($2::uuid[]) with ordinality as wanted (id, place)
  join tasks using (id) where user_id = $1 order by wanted.place`;

const firstPlace = `select min(position) as first from tasks where user_id = $1`;

const columns = {
  ...decided,
  position: 'text',
  completed_at: 'timestamptz',
  deleted_at: 'timestamptz',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
} as const;

const names = listOf(columns, (name) => name);
const insert = `insert into tasks (id, user_id, ${names})
  select gen_random_uuid(), $1, ${names} from ${recordset(columns)}`;

const rowOf = (task: PlacedTask): Record<keyof typeof columns, unknown> => ({
  ...decidedOf(task),
  position: task.position,
  completed_at: task.completedAt,
  deleted_at: task.deletedAt,
  created_at: task.createdAt,
  updated_at: task.updatedAt,
});

/** What an export holds of a stored task, in the order in which a person reads it. */
function toExported(task: ExportedTask): ExportedTask {
  return {
    title: task.title,
    notes: task.notes,
    priority: task.priority,
    stage: task.stage,
    tags: task.tags,
    subtasks: task.subtasks,
    reminders: task.reminders,
    dueDate: task.dueDate,
    dueTime: task.dueTime,
    timeZone: task.timeZone,
    recurrence: task.recurrence,
    completedAt: task.completedAt,
    deletedAt: task.deletedAt,
    createdAt: task.createdAt,
    updatedAt: task.updatedAt,
  };
}

/** Reads and writes whole accounts in pieces. */
export function createTransferStore(pool: Pool): TransferStore {
  return {
    async idsInOrder(ownerId) {
      const { rows } = await pool.query<{ ids: string[] }>(inOrder, [ownerId]);
      return rows[0]?.ids ?? [];
    },

    async read(ownerId, ids) {
      const { rows } = await pool.query<TaskRow>(read, [ownerId, ids]);
      return rows.map((row) => toExported(taskOf(row)));
    },

    insertAll: (ownerId, tasks, place) =>
      inTransaction(pool, async (client) => {
        const { rows } = await client.query<{ first: string | null }>(firstPlace, [ownerId]);
        const places = place(rows[0]?.first ?? null);
        for (let start = 0; start < tasks.length; start += batch) {
          const piece = tasks
            .slice(start, start + batch)
            .map((task, index) => rowOf({ ...task, position: places[start + index] ?? '' }));
          await client.query(insert, [ownerId, JSON.stringify(piece)]);
        }
      }),
  };
}
