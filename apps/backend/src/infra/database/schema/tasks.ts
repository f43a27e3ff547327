import type { Recurrence, Stage, Subtask } from '@todo-chatbot/shared';
import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { users } from './accounts.ts';

// Milliseconds, because that is what a Date holds: a cursor must name the stored moment exactly.
const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

// Places are compared byte by byte, whatever the database's own language is.
const place = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

// Counts down with the microseconds, so that new tasks come first. Letter and digits are an
// integer in the keys of fractional-indexing, so that others fit between any two.
const newestFirst = sql`('q' || lpad((99999999999999999 - (extract(epoch from clock_timestamp()) * 1000000)::bigint)::text, 17, '0'))`;

// New columns have defaults: the version before this one goes on inserting during a rollout.
export const tasks = pgTable(
  'tasks',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    notes: text('notes').notNull(),
    /** The index in the contract's list of priorities. */
    priority: smallint('priority').notNull().default(0),
    stage: text('stage').$type<Stage>().notNull().default('todo'),
    tags: text('tags').array().notNull().default([]),
    subtasks: jsonb('subtasks').$type<Subtask[]>().notNull().default([]),
    reminders: integer('reminders').array().notNull().default([]),
    dueDate: date('due_date', { mode: 'string' }),
    dueTime: text('due_time'),
    timeZone: text('time_zone'),
    recurrence: jsonb('recurrence').$type<Recurrence>(),
    /** The completed task of which this is the next occurrence; there is one at most. */
    previousId: uuid('previous_id')
      .unique()
      .references((): AnyPgColumn => tasks.id, { onDelete: 'set null' }),
    position: place('position').notNull().default(newestFirst),
    completedAt: moment('completed_at'),
    deletedAt: moment('deleted_at'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  // Read backwards for newest first: drizzle's desc() index puts nulls last, which no such list asks for.
  (table) => [index('tasks_by_age').on(table.userId, table.createdAt, table.id)],
);
