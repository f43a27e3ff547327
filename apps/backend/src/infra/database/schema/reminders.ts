import type { MailOutcome } from '@todo-chatbot/shared';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  pgTable,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { ReminderState } from '../../../modules/reminders/reminder.ts';
import { users } from './accounts.ts';
import { tasks } from './tasks.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
const owner = () =>
  uuid('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' });

/** The tasks whose reminders are to be worked out again; triggers of the migration write here. */
export const reminderChanges = pgTable('reminder_changes', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  // Names no task for good, and waits for no lock on one: it is gone within moments.
  taskId: uuid('task_id').notNull(),
  changedAt: moment('changed_at').notNull(),
});

export const reminders = pgTable(
  'reminders',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: owner(),
    taskId: uuid('task_id')
      .notNull()
      .references(() => tasks.id, { onDelete: 'cascade' }),
    /** When the task was due as this was worked out; due at another moment, it has others. */
    dueAt: moment('due_at').notNull(),
    firesAt: moment('fires_at').notNull(),
    /** Whether its person asked for it by snoozing, and not by a number of minutes. */
    snoozed: boolean('snoozed').notNull().default(false),
    state: text('state').$type<ReminderState>().notNull().default('waiting'),
    toldAt: moment('told_at'),
    readAt: moment('read_at'),
    /** What became of its mail; null before it is told. */
    mail: text('mail').$type<MailOutcome>(),
  },
  (table) => [
    unique('reminders_once').on(table.taskId, table.dueAt, table.firesAt),
    index('reminders_waiting')
      .on(table.firesAt)
      .where(sql`state = 'waiting'`),
    index('reminders_told')
      .on(table.userId, table.toldAt)
      .where(sql`state = 'told'`),
    index('reminders_by_age')
      .on(table.toldAt)
      .where(sql`state = 'told'`),
  ],
);

/** Mails on their way, each until it is delivered or given up. */
export const reminderMails = pgTable(
  'reminder_mails',
  {
    /** Also the key by which the provider knows two tries as one mail. */
    reminderId: uuid('reminder_id')
      .primaryKey()
      .references(() => reminders.id, { onDelete: 'cascade' }),
    userId: owner(),
    /** The mail as JSON text, written once: a jsonb would put its members into another order. */
    body: text('body'),
    attempts: integer('attempts').notNull().default(0),
    /** When it is to be tried; while a process has it, until when nobody else may. */
    nextAt: moment('next_at').notNull(),
    giveUpAt: moment('give_up_at').notNull(),
  },
  (table) => [
    index('reminder_mails_next').on(table.nextAt),
    index('reminder_mails_of_user').on(table.userId),
  ],
);

/** When the next mail may go out, over all processes: one row. */
export const reminderPace = pgTable('reminder_pace', {
  id: smallint('id').primaryKey(),
  freeAt: moment('free_at').notNull(),
});

export const reminderSettings = pgTable('reminder_settings', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  mail: boolean('mail').notNull(),
});
