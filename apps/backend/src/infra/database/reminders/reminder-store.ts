import type { MailOutcome, Reminder } from '@todo-chatbot/shared';
import type { Pool } from 'pg';
import { isLate } from '../../../modules/reminders/reminder.ts';
import { toListed } from '../../../modules/reminders/reminder-service.ts';
import type { ReminderStore, ToldReminder } from '../../../modules/reminders/reminder-service.ts';
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

const told = `select ${reminderColumns}, ${taskColumns}, task.version,
    reminder.told_at, reminder.read_at, reminder.mail
  from reminders reminder join tasks task on task.id = reminder.task_id
  where reminder.user_id = $1 and reminder.state = 'told'`;

const newest = `${told} order by reminder.told_at desc, reminder.fires_at desc, reminder.id limit $2`;
const one = `${told} and reminder.id = $2`;

const countUnread = `select count(*)::int as unread from reminders
  where user_id = $1 and state = 'told' and read_at is null`;

const markRead = `update reminders set read_at = now()
  where user_id = $1 and state = 'told' and read_at is null
    and ($2::uuid[] is null or id = any($2))`;

const snooze = `insert into reminders (user_id, task_id, due_at, fires_at, snoozed)
  select user_id, task_id, due_at, $3, true from reminders where user_id = $1 and id = $2
  on conflict (task_id, due_at, fires_at) do nothing`;

const addressee = `select ${addresseeColumns} from (select $1::uuid as id) asked
  ${joinPerson('asked.id')}`;

const wantMail = `insert into reminder_settings (user_id, mail)
  select id, $2 from users where id = $1
    and $2 is distinct from coalesce((select mail from reminder_settings where user_id = $1), true)
  on conflict (user_id) do update set mail = excluded.mail`;

interface ToldRow extends ReminderRow {
  version: number;
  told_at: Date;
  read_at: Date | null;
  mail: MailOutcome;
}

const toldOf = (row: ToldRow): ToldReminder => ({
  ...momentOf(row),
  task: { ...taskOf(row), version: row.version },
});

const listed = (row: ToldRow): Reminder =>
  toListed(toldOf(row), {
    id: row.id,
    firesAt: row.fires_at.toISOString(),
    toldAt: row.told_at.toISOString(),
    missed: isLate(row.fires_at, row.told_at),
    read: row.read_at !== null,
    mail: row.mail,
  });

/** Keeps told reminders in PostgreSQL. */
export function createReminderStore(pool: Pool): ReminderStore {
  return {
    async list(ownerId, limit) {
      const { rows } = await pool.query<ToldRow>(newest, [ownerId, limit]);
      const counted = await pool.query<{ unread: number }>(countUnread, [ownerId]);
      return { items: rows.map(listed), unread: counted.rows[0]?.unread ?? 0 };
    },

    async find(ownerId, id) {
      const { rows } = await pool.query<ToldRow>(one, [ownerId, id]);
      return rows[0] && toldOf(rows[0]);
    },

    async markRead(ownerId, ids) {
      await pool.query(markRead, [ownerId, ids]);
    },

    snooze: async (ownerId, id, until) =>
      (await pool.query(snooze, [ownerId, id, until])).rowCount === 1,

    async addressee(ownerId) {
      const { rows } = await pool.query<AddresseeRow>(addressee, [ownerId]);
      return rows[0] && addresseeOf(rows[0]);
    },

    wantMail: async (ownerId, wanted) =>
      (await pool.query(wantMail, [ownerId, wanted])).rowCount === 1,
  };
}
