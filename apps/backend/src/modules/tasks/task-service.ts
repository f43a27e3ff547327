import type { NewTask, Task, TaskListQuery, TaskPage, TaskPatch } from '@todo-chatbot/shared';
import { AppError } from '../app-error.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { TaskKey, TaskStore } from './task-store.ts';

/** What a person can do with tasks. Every door calls these, for an account it has established. */
export interface TaskService {
  list(ownerId: string, query: TaskListQuery): Promise<TaskPage>;
  get(key: TaskKey): Promise<Task>;
  create(ownerId: string, task: NewTask): Promise<Task>;
  patch(key: TaskKey, patch: TaskPatch): Promise<Task>;
  remove(key: TaskKey): Promise<void>;
}

/** What the use cases need from outside. */
export interface TaskServicePorts {
  store: TaskStore;
  now: () => Date;
  newId: () => string;
}

const notFound = () => new AppError('not_found', 'There is no such task.');
const stale = () =>
  new AppError(
    'stale_version',
    'The task was changed in the meantime. Read it again, then repeat your change.',
  );

function completedAtAfter(current: Task, completed: boolean | undefined, now: Date): Date | null {
  if (completed === false) return null;
  if (current.completedAt) return new Date(current.completedAt);
  return completed ? now : null;
}

function pageOf(tasks: Task[], limit: number): TaskPage {
  const items = tasks.slice(0, limit);
  const last = tasks.length > limit ? items.at(-1) : undefined;
  const nextCursor = last
    ? encodeCursor({ createdAt: new Date(last.createdAt), id: last.id })
    : null;
  return { items, nextCursor };
}

/** Builds the use cases on their ports. */
export function createTaskService({ store, now, newId }: TaskServicePorts): TaskService {
  async function get(key: TaskKey): Promise<Task> {
    const task = await store.find(key);
    if (!task) throw notFound();
    return task;
  }

  return {
    get,

    async list(ownerId, { status, cursor, limit }) {
      const after = cursor === undefined ? undefined : decodeCursor(cursor);
      // One more than asked for tells whether there is a next page.
      return pageOf(await store.list(ownerId, { status, after, limit: limit + 1 }), limit);
    },

    async create(ownerId, { title, notes }) {
      const content = { title, notes, completedAt: null, createdAt: now() };
      return store.insert({ ownerId, id: newId() }, content);
    },

    async patch(key, { version, title, notes, completed }) {
      const current = await get(key);
      if (current.version !== version) throw stale();
      const updatedAt = now();
      const updated = await store.update(
        { ...key, version },
        {
          title: title ?? current.title,
          notes: notes ?? current.notes,
          completedAt: completedAtAfter(current, completed, updatedAt),
          updatedAt,
        },
      );
      // Someone was faster between the read and the write.
      if (!updated) throw stale();
      return updated;
    },

    async remove(key) {
      if (!(await store.remove(key))) throw notFound();
    },
  };
}
