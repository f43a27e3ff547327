import type { Pool } from 'pg';
import type { Mail } from '../../../modules/mail/letter.ts';
import type { ClaimedMail, Outbox } from '../../../modules/reminders/mailing.ts';
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

const countWaiting = `select count(*)::int as count from (
  select from reminder_mails where next_at <= now() limit $1) found`;

const claim = `with taken as (
    update reminder_mails set attempts = attempts + 1, next_at = now() + $2 * interval '1 ms'
    where reminder_id in (
      select reminder_id from reminder_mails where next_at <= now()
      order by next_at limit $1 for update skip locked)
    returning reminder_id, body, attempts, give_up_at <= now() as expired)
  select taken.body, taken.attempts, taken.expired, reminder.told_at,
    ${reminderColumns}, ${taskColumns}, ${addresseeColumns}
  from taken join reminders reminder on reminder.id = taken.reminder_id
  join tasks task on task.id = reminder.task_id ${joinPerson('reminder.user_id')}`;

// The first to write it wins; whoever comes later, after a long pause, is told what is kept.
const keep = `update reminder_mails mail set body = coalesce(mail.body, written.body)
  from jsonb_to_recordset($1::jsonb) as written (id uuid, body text)
  where mail.reminder_id = written.id
  returning mail.reminder_id as id, nullif(mail.body, written.body) as other`;

const settled = `jsonb_to_recordset($1::jsonb) as settled (id uuid, outcome text, "retryIn" float8)`;

const finish = `with done as (
    delete from reminder_mails mail using ${settled}
    where mail.reminder_id = settled.id and settled.outcome is not null
    returning settled.id, settled.outcome)
  update reminders reminder set mail = done.outcome from done where reminder.id = done.id`;

const postpone = `update reminder_mails mail
  set next_at = now() + settled."retryIn" * interval '1 ms'
  from ${settled} where mail.reminder_id = settled.id and settled."retryIn" is not null`;

const inFuture = `extract(epoch from free_at - clock_timestamp())::float8 * 1000`;

const look = `select ${inFuture} as wait from reminder_pace where id = 1`;

const book = `with before as (
    select greatest(free_at, clock_timestamp()) as free_at from reminder_pace where id = 1 for update)
  update reminder_pace pace set free_at = before.free_at + $1 * interval '1 ms'
  from before where pace.id = 1
  returning extract(epoch from before.free_at - clock_timestamp())::float8 * 1000 as wait`;

const hold = `update reminder_pace
  set free_at = greatest(free_at, clock_timestamp() + $1 * interval '1 ms') where id = 1`;

interface ClaimedRow extends ReminderRow, AddresseeRow {
  body: string | null;
  attempts: number;
  expired: boolean;
  told_at: Date;
}

interface KeptRow {
  id: string;
  /** What another process wrote before. */
  other: string | null;
}

const claimedOf = (row: ClaimedRow): ClaimedMail => ({
  ...momentOf(row),
  id: row.id,
  toldAt: row.told_at,
  task: taskOf(row),
  addressee: addresseeOf(row),
  mail: row.body === null ? undefined : (JSON.parse(row.body) as Mail),
  attempts: row.attempts,
  expired: row.expired,
});

/** Keeps the mails of reminders in PostgreSQL until they are delivered. */
export function createOutbox(pool: Pool): Outbox {
  async function wait(text: string, values: unknown[]): Promise<number> {
    const { rows } = await pool.query<{ wait: number }>(text, values);
    return Math.max(0, rows[0]?.wait ?? 0);
  }
  return {
    async waiting(most) {
      const { rows } = await pool.query<{ count: number }>(countWaiting, [most]);
      return rows[0]?.count ?? 0;
    },

    async claim(limit, lease) {
      return (await pool.query<ClaimedRow>(claim, [limit, lease])).rows.map(claimedOf);
    },

    async keep(written) {
      const given = [...written].map(([id, mail]) => ({ id, body: JSON.stringify(mail) }));
      const { rows } = await pool.query<KeptRow>(keep, [JSON.stringify(given)]);
      return new Map(
        rows.flatMap(({ id, other }): [string, Mail][] => {
          const kept = other === null ? written.get(id) : (JSON.parse(other) as Mail);
          return kept ? [[id, kept]] : [];
        }),
      );
    },

    async settle(settlements) {
      const given = [JSON.stringify(settlements)];
      await pool.query(finish, given);
      if (settlements.some((one) => 'retryIn' in one)) await pool.query(postpone, given);
    },

    book: (count, interval) => (interval > 0 ? wait(book, [count * interval]) : wait(look, [])),

    async hold(milliseconds) {
      await pool.query(hold, [milliseconds]);
    },
  };
}
