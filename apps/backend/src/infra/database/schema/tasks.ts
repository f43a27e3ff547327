import type { Recurrence, Stage, Subtask } from '@todo-chatbot/shared';
import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  customType,
  date,
  type ExtraConfigColumn,
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
import { taskOrder } from './task-order.ts';

type IndexedColumn = 'userId' | 'createdAt' | 'id' | 'position' | 'deletedAt' | 'searchText';

// Milliseconds, because that is what a Date holds: a cursor must name the stored moment exactly.
const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

// Places are compared byte by byte, whatever the database's own language is.
const place = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

// Counts down with the microseconds, so that new tasks come first. Letter and digits are an
// integer in the keys of fractional-indexing, so that others fit between any two.
const newestFirst = sql`('q' || lpad((99999999999999999 - (extract(epoch from clock_timestamp()) * 1000000)::bigint)::text, 17, '0'))`;

const isOpen = sql`completed_at is null and deleted_at is null`;
const dueDate = sql.raw(taskOrder.dueDate);
const dueTime = sql.raw(taskOrder.dueTime);
const urgency = sql.raw(taskOrder.urgency);
const titleStart = sql.raw(taskOrder.title);
const completion = sql.raw(taskOrder.completion);

/** One index per order of the open list, so that its first page is read and not sorted. */
const taskIndexes = (table: Record<IndexedColumn, ExtraConfigColumn>) => {
  const { userId, createdAt, position, id } = table;
  return [
    // Read backwards for newest first: drizzle's desc() index puts nulls last, which no such list asks for.
    index('tasks_by_age').on(userId, createdAt, id),
    index('tasks_by_place')
      .on(userId, position, id)
      .where(sql`deleted_at is null`),
    index('tasks_open_by_age').on(userId, createdAt, id).where(isOpen),
    index('tasks_open_by_due').on(userId, dueDate, dueTime, position, id).where(isOpen),
    index('tasks_open_by_priority')
      .on(userId, urgency, dueDate, dueTime, position, id)
      .where(isOpen),
    index('tasks_open_by_title').on(userId, titleStart, id).where(isOpen),
    index('tasks_done_by_completion')
      .on(userId, completion, id)
      .where(sql`completed_at is not null and deleted_at is null`),
    index('tasks_in_trash')
      .on(userId, table.deletedAt)
      .where(sql`deleted_at is not null`),
    index('tasks_by_text').using('gin', userId, table.searchText.op('gin_trgm_ops')),
  ];
};

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
    /** What a search looks through. The function is made by the migration that adds the column. */
    searchText: text('search_text')
      .notNull()
      .generatedAlwaysAs(sql`task_search_text(title, notes, tags, subtasks)`),
  },
  taskIndexes,
);
