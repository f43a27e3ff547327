import { priorities, type Task, type TaskStatus } from '@todo-chatbot/shared';
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Position, TaskKey, TaskStore } from '../../modules/tasks/task-store.ts';
import type { Database } from './database.ts';
import { tasks } from './schema/index.ts';

function toTask(row: typeof tasks.$inferSelect): Task {
  return {
    id: row.id,
    title: row.title,
    notes: row.notes,
    priority: priorities[row.priority] ?? 'none',
    stage: row.stage,
    tags: row.tags,
    subtasks: row.subtasks,
    reminders: row.reminders,
    dueDate: row.dueDate,
    dueTime: row.dueTime,
    timeZone: row.timeZone,
    recurrence: row.recurrence,
    position: row.position,
    completed: row.completedAt !== null,
    completedAt: row.completedAt?.toISOString() ?? null,
    deletedAt: row.deletedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}

const isTask = ({ ownerId, id }: TaskKey) => and(eq(tasks.userId, ownerId), eq(tasks.id, id));

const isAfter = ({ createdAt, id }: Position) =>
  sql`(${tasks.createdAt}, ${tasks.id}) < (${createdAt.toISOString()}::timestamptz, ${id}::uuid)`;

const hasStatus = {
  all: undefined,
  open: isNull(tasks.completedAt),
  done: isNotNull(tasks.completedAt),
  trash: isNotNull(tasks.deletedAt),
} satisfies Record<TaskStatus, unknown>;

/** Keeps tasks in PostgreSQL. */
export function createTaskStore(database: Database): TaskStore {
  return {
    async list(ownerId, { status, after, limit }) {
      const rows = await database
        .select()
        .from(tasks)
        .where(and(eq(tasks.userId, ownerId), hasStatus[status], after && isAfter(after)))
        .orderBy(desc(tasks.createdAt), desc(tasks.id))
        .limit(limit);
      return rows.map(toTask);
    },

    async find(key) {
      const [row] = await database.select().from(tasks).where(isTask(key));
      return row && toTask(row);
    },

    async insert({ ownerId, id }, content) {
      const [row] = await database
        .insert(tasks)
        .values({ ...content, id, userId: ownerId, updatedAt: content.createdAt })
        .returning();
      if (!row) throw new Error('The database returned no row for an insert.');
      return toTask(row);
    },

    async update({ version, ...key }, content) {
      const [row] = await database
        .update(tasks)
        .set({ ...content, version: version + 1 })
        .where(and(isTask(key), eq(tasks.version, version)))
        .returning();
      return row && toTask(row);
    },

    async remove(key) {
      const { rowCount } = await database.delete(tasks).where(isTask(key));
      return rowCount === 1;
    },
  };
}
