import type { ExportedTask, TaskExport } from '@todo-chatbot/shared';
import { generateNKeysBetween } from 'fractional-indexing';

/** A task to bring in, in its place of the manual order. */
export interface PlacedTask extends ExportedTask {
  position: string;
}

/** What export and import need of the place where tasks are kept. */
export interface TransferStore {
  /** The ids of all tasks of an owner, trash included, in their manual order. */
  idsInOrder(ownerId: string): Promise<string[]>;
  /** The tasks with these ids, in this order; those that are gone by now are left out. */
  read(ownerId: string, ids: string[]): Promise<ExportedTask[]>;
  /** Inserts all tasks or none. `place` is told the first place taken, null when none is. */
  insertAll(
    ownerId: string,
    tasks: ExportedTask[],
    place: (first: string | null) => string[],
  ): Promise<void>;
}

/** Takes one's tasks out, and brings them in. */
export interface TaskTransfer {
  /** The text of a {@link TaskExport}, in pieces, one task a line. */
  exportOf(ownerId: string): AsyncGenerator<string>;
  /** Adds the tasks of a file before those there are, and answers how many. */
  import(ownerId: string, file: TaskExport): Promise<number>;
}

const batch = 500;

/**
 * Places for tasks that come before the first one. Where it can be they are those of tasks made
 * just now, so that tasks made later come first again.
 */
export function placesBefore(first: string | null, count: number, now: Date): string[] {
  // The key that the database gives a new task counts down with the microseconds.
  const next = 99_999_999_999_999_999n - BigInt(now.getTime()) * 1_000n - BigInt(count);
  const keyOf = (index: number) => `q${String(next + BigInt(index)).padStart(17, '0')}`;
  if (first !== null && first <= keyOf(count)) return generateNKeysBetween(null, first, count);
  return Array.from({ length: count }, (_, index) => keyOf(index));
}

/** Builds export and import on the place where tasks are kept. */
export function createTaskTransfer(store: TransferStore, now: () => Date): TaskTransfer {
  return {
    async *exportOf(ownerId) {
      // Only the ids are held; nothing is locked while a slow client reads.
      const ids = await store.idsInOrder(ownerId);
      let separator = '\n';
      yield '{"format":"todo-chatbot","version":1,"tasks":[';
      for (let start = 0; start < ids.length; start += batch) {
        for (const task of await store.read(ownerId, ids.slice(start, start + batch))) {
          yield separator + JSON.stringify(task);
          separator = ',\n';
        }
      }
      yield '\n]}\n';
    },

    async import(ownerId, { tasks }) {
      const place = (first: string | null) => placesBefore(first, tasks.length, now());
      if (tasks.length > 0) await store.insertAll(ownerId, tasks, place);
      return tasks.length;
    },
  };
}
