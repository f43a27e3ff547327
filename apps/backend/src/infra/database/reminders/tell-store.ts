import type { Pool, PoolClient } from 'pg';
import type { DueReminder, TellStore, Verdict } from '../../../modules/reminders/telling.ts';
import { inTransaction } from '../tasks/transaction.ts';
import {
  addresseeColumns,
  addresseeOf,
  joinPerson,
  momentOf,
  reminderColumns,
  taskColumns,
  taskOf,
} from './columns.ts';
import type { AddresseeRow, ReminderRow } from './columns.ts';

const anyDue = `select exists (
  select from reminders where state = 'waiting' and fires_at <= now()) as found`;

const takeDue = `select ${reminderColumns}, ${taskColumns}, ${addresseeColumns}, now() as now
  from reminders reminder join tasks task on task.id = reminder.task_id
  ${joinPerson('reminder.user_id')}
  where reminder.state = 'waiting' and reminder.fires_at <= now()
  order by reminder.fires_at limit $1 for update of reminder skip locked`;

const decided = `jsonb_to_recordset($1::jsonb) as decided (id uuid, state text, mail text)`;

const write = `update reminders reminder
  set state = decided.state, mail = decided.mail,
    told_at = case decided.state when 'told' then now() end
  from ${decided} where reminder.id = decided.id`;

// A provider forgets keys after 24 hours. Nobody needs a reminder six hours late, either.
const post = `insert into reminder_mails (reminder_id, user_id, next_at, give_up_at)
  select reminder.id, reminder.user_id, now(), now() + interval '6 hours'
  from ${decided} join reminders reminder on reminder.id = decided.id
  where decided.mail = 'queued'`;

type DueRow = ReminderRow & AddresseeRow & { now: Date };

const dueOf = (row: DueRow): DueReminder => ({
  ...momentOf(row),
  id: row.id,
  task: taskOf(row),
  addressee: addresseeOf(row),
  now: row.now,
});

async function tell(
  client: PoolClient,
  limit: number,
  decide: (reminder: DueReminder) => Verdict,
): Promise<number> {
  const { rows } = await client.query<DueRow>(takeDue, [limit]);
  if (rows.length === 0) return 0;
  const verdicts = JSON.stringify(rows.map((row) => ({ id: row.id, ...decide(dueOf(row)) })));
  await client.query(write, [verdicts]);
  await client.query(post, [verdicts]);
  return rows.length;
}

/** Takes due reminders out of PostgreSQL, each for one process. */
export function createTellStore(pool: Pool): TellStore {
  return {
    async tellDue(limit, decide) {
      const { rows } = await pool.query<{ found: boolean }>(anyDue);
      if (!rows[0]?.found) return 0;
      return inTransaction(pool, (client) => tell(client, limit, decide));
    },
  };
}
