import type {
  NewTask,
  TagList,
  Task,
  TaskBulkPatch,
  TaskChanges,
  TaskListQuery,
  TaskMove,
  TaskPatch,
  TaskSummary,
  Touched,
} from '@todo-chatbot/shared';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { applyPatches } from './patching.ts';
import type { PatchOfTask } from './patching.ts';
import { placeBetween } from './place.ts';
import { faulty, inTrash, noSuchTask, stale } from './refusals.ts';
import type { ListedTasks, Selection, TaskKey, TaskStore } from './task-store.ts';

/** What a person can do with tasks. Every door calls these, for an account it has established. */
export interface TaskService {
  /** A `TaskPage` as JSON text: doors pass it on, and should not read it first. */
  listText(ownerId: string, query: TaskListQuery): Promise<string>;
  summary(ownerId: string, today: string): Promise<TaskSummary>;
  get(key: TaskKey): Promise<Task>;
  /** `isNew` is false when the task was there already, created by the same request before. */
  create(ownerId: string, task: NewTask): Promise<{ task: Task; isNew: boolean }>;
  patch(key: TaskKey, patch: TaskPatch): Promise<TaskChanges>;
  /** Makes all changes or none. */
  patchAll(ownerId: string, bulk: TaskBulkPatch): Promise<TaskChanges>;
  move(key: TaskKey, move: TaskMove): Promise<Task>;
  /** Moves a task to the trash, however often it is asked to. */
  remove(key: TaskKey): Promise<void>;
  /** Deletes a task in the trash for good. */
  erase(key: TaskKey): Promise<void>;
  emptyTrash(ownerId: string): Promise<Touched>;
  tags(ownerId: string): Promise<TagList>;
  renameTag(ownerId: string, from: string, to: string): Promise<Touched>;
  removeTag(ownerId: string, name: string): Promise<Touched>;
}

/** What the use cases need from outside. */
export interface TaskServicePorts {
  store: TaskStore;
  now: () => Date;
  newId: () => string;
}

function selectionOf(query: TaskListQuery): Selection {
  const { status, sort, due, today = '', dueFrom, dueTo, priority, tag, q, limit } = query;
  return {
    ...{ status, sort, dueFrom, dueTo, priorities: priority, tags: tag },
    due: due && { view: due, today },
    words: q?.split(/\s+/) ?? [],
    after: decodeCursor(query),
    size: limit,
  };
}

/** A page as text; the next one begins after its last task. */
function pageOf({ items, last }: ListedTasks, query: TaskListQuery): string {
  const cursor = last ? encodeCursor(query, last) : null;
  return `{"items":[${items}],"nextCursor":${JSON.stringify(cursor)}}`;
}

/** Builds the use cases on their ports. */
export function createTaskService({ store, now, newId }: TaskServicePorts): TaskService {
  async function get(key: TaskKey): Promise<Task> {
    const task = await store.find(key);
    if (!task) throw noSuchTask();
    return task;
  }

  async function listText(ownerId: string, query: TaskListQuery): Promise<string> {
    return pageOf(await store.list(ownerId, selectionOf(query)), query);
  }

  async function change(ownerId: string, patches: PatchOfTask[]): Promise<TaskChanges> {
    const ids = patches.map(({ id }) => id);
    const { tasks, next, removed } = await store.change(ownerId, ids, (current) =>
      applyPatches(current, patches, { now: now(), newId }),
    );
    return { tasks: [...tasks, ...next], removed };
  }

  return {
    get,
    listText,
    summary: (ownerId, today) => store.summary(ownerId, today),

    async create(ownerId, { id = newId(), ...task }) {
      const created = await store.insert(ownerId, { ...task, id, createdAt: now() });
      if (!created) throw noSuchTask();
      return created;
    },

    patch: ({ ownerId, id }, patch) => change(ownerId, [{ ...patch, id }]),
    patchAll: (ownerId, { patches }) => change(ownerId, patches),

    async move(key, { after, version }) {
      if (after === key.id) throw faulty('after', 'must be another task');
      const current = await get(key);
      if (current.version !== version) throw stale();
      if (current.deletedAt) throw inTrash();
      const moved = await store.move({ ...key, version, after, now: now(), between: placeBetween });
      if (moved === 'no such neighbour') throw noSuchTask();
      if (!moved) throw stale();
      return moved;
    },

    async remove(key) {
      if (!(await store.discard(key, now()))) throw noSuchTask();
    },

    async erase({ ownerId, id }) {
      if ((await store.erase(ownerId, id)) === 0) throw noSuchTask();
    },

    emptyTrash: async (ownerId) => ({ count: await store.erase(ownerId) }),
    tags: async (ownerId) => ({ items: await store.tags(ownerId) }),
    renameTag: async (ownerId, from, to) => ({
      count: from === to ? 0 : await store.replaceTag(ownerId, { from, to, now: now() }),
    }),
    removeTag: async (ownerId, from) => ({
      count: await store.replaceTag(ownerId, { from, now: now() }),
    }),
  };
}
