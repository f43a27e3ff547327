import { index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { users } from './accounts.ts';

// Milliseconds, because that is what a Date holds: a cursor must name the stored moment exactly.
const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

export const tasks = pgTable(
  'tasks',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    notes: text('notes').notNull(),
    completedAt: moment('completed_at'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  // Read backwards for newest first: drizzle's desc() index puts nulls last, which no such list asks for.
  (table) => [index('tasks_by_age').on(table.userId, table.createdAt, table.id)],
);
