import type { TaskStore } from './task-store.ts';

/** How long a deleted task can be restored. */
export const trashDays = 30;

const dayLength = 86_400_000;
// Small enough that a statement soon makes way for people's own.
const batch = 500;

/** Deletes for good what has been in anybody's trash for longer than it is kept. */
export function createTrashPurge({ store, now }: { store: TaskStore; now: () => Date }) {
  return async (): Promise<number> => {
    const before = new Date(now().getTime() - trashDays * dayLength);
    let purged = 0;
    for (let count = batch; count === batch;) {
      count = await store.purge(before, batch);
      purged += count;
    }
    return purged;
  };
}
