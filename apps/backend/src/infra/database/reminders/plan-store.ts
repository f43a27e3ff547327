import type { Pool, PoolClient } from 'pg';
import type { PlanStore } from '../../../modules/reminders/planning.ts';
import type { Plan, RemindedTask } from '../../../modules/reminders/reminder.ts';
import { inTransaction } from '../tasks/transaction.ts';
import { taskColumns, taskOf } from './columns.ts';
import type { ReminderRow } from './columns.ts';

// Any number will do, as long as every replica asks for the same one. Two at once could write what
// the one read before a change over what the other read after it.
const turn = 'select pg_try_advisory_xact_lock(7160412985) as mine';

const anyNote = 'select exists (select from reminder_changes) as found';

const takeNotes = `with taken as (
    delete from reminder_changes
    where id in (select id from reminder_changes order by id limit $1)
    returning task_id, changed_at)
  select task_id, min(changed_at) as since, count(*)::int as notes from taken group by task_id`;

const readTasks = `select ${taskColumns} from tasks task where task.id = any($1::uuid[])`;

// A row without fires_at only says when its task is due.
const given = `jsonb_to_recordset($1::jsonb) as given (
  task_id uuid, user_id uuid, due_at timestamptz, fires_at timestamptz, since timestamptz)`;

const outdate = `update reminders reminder set state = 'outdated'
  where reminder.task_id = any($2::uuid[]) and reminder.state = 'waiting' and not exists (
    select from ${given} where given.task_id = reminder.task_id and given.due_at = reminder.due_at
      and (reminder.snoozed or given.fires_at = reminder.fires_at))`;

// What was over already when its task was changed is not told: nobody asks to be reminded of it.
const inTime = (fires: string) => `${fires} >= given.since - interval '2 minutes'`;

const awaitMoments = `insert into reminders (user_id, task_id, due_at, fires_at)
  select user_id, task_id, due_at, fires_at from ${given}
  where fires_at is not null and ${inTime('given.fires_at')}
  on conflict (task_id, due_at, fires_at) do update set state = 'waiting'
    where reminders.state = 'outdated'`;

const reviveSnoozed = `update reminders reminder set state = 'waiting' from ${given}
  where given.fires_at is null and reminder.task_id = given.task_id
    and reminder.due_at = given.due_at and reminder.snoozed and reminder.state = 'outdated'
    and ${inTime('reminder.fires_at')}`;

const forget = `delete from reminders where id in (
  select id from reminders where state = 'told' and told_at < now() - $1 * interval '1 day'
  limit 10000)`;

interface Note {
  task_id: string;
  since: Date;
  notes: number;
}

function rowsOf(task: RemindedTask, plan: Plan, since: Date | undefined) {
  return [null, ...plan.firesAt].map((firesAt) => ({
    task_id: task.id,
    user_id: task.ownerId,
    due_at: plan.dueAt,
    fires_at: firesAt,
    since,
  }));
}

async function replan(
  client: PoolClient,
  notes: Note[],
  plan: (task: RemindedTask) => Plan | undefined,
): Promise<void> {
  const ids = notes.map(({ task_id: id }) => id);
  const since = new Map(notes.map((note) => [note.task_id, note.since]));
  const { rows } = await client.query<ReminderRow>(readTasks, [ids]);
  const planned = rows.map(taskOf).flatMap((task) => {
    const found = plan(task);
    return found ? rowsOf(task, found, since.get(task.id)) : [];
  });
  const json = JSON.stringify(planned);
  await client.query(outdate, [json, ids]);
  await client.query(awaitMoments, [json]);
  await client.query(reviveSnoozed, [json]);
}

/** Keeps in PostgreSQL when reminders fire. */
export function createPlanStore(pool: Pool): PlanStore {
  return {
    async replan(limit, plan) {
      // Most of the time there is nothing, and no transaction is needed to see that.
      const { rows } = await pool.query<{ found: boolean }>(anyNote);
      if (!rows[0]?.found) return 0;
      return inTransaction(pool, async (client) => {
        const asked = await client.query<{ mine: boolean }>(turn);
        if (!asked.rows[0]?.mine) return 0;
        const { rows: notes } = await client.query<Note>(takeNotes, [limit]);
        if (notes.length > 0) await replan(client, notes, plan);
        return notes.reduce((sum, note) => sum + note.notes, 0);
      });
    },

    async forget(days) {
      await pool.query(forget, [days]);
    },
  };
}
