import type { Task } from '@todo-chatbot/shared';
import { HttpError } from '@/lib/http-error';
import { isAsWanted, isUntouched } from '../edit';
import type { Change, Operation } from '../operation';
import {
  emptyTrash,
  fetchTask,
  moveTask,
  patchTask,
  patchTasks,
  postTask,
  purgeTask,
} from '../tasks-api';

/** What came of an operation. */
export interface Delivery {
  /** Tasks as they are now; null for those that are gone. */
  outcomes: Map<string, Task | null>;
  /** Changes that were not made, because somebody else changed the same; `seen` is how it is now. */
  conflicts: Change[];
  /** Changes of tasks that do not exist any more. */
  gone: Change[];
}

const statusOf = (error: unknown) => (error instanceof HttpError ? error.status : 0);

const orNull = <T>(request: Promise<T>): Promise<T | null> =>
  request.catch((error: unknown) => {
    if (statusOf(error) === 404) return null;
    throw error;
  });

const delivery = (tasks: readonly Task[] = []): Delivery => ({
  outcomes: new Map(tasks.map((task) => [task.id, task])),
  conflicts: [],
  gone: [],
});

const sent = ({ seen, edit }: Change) => ({ ...edit, version: seen.version });

async function make(changes: readonly Change[]): Promise<Delivery> {
  const [first] = changes;
  if (!first) return delivery();
  const { tasks, removed } =
    changes.length === 1
      ? await patchTask(first.id, sent(first))
      : await patchTasks({ patches: changes.map((one) => ({ id: one.id, ...sent(one) })) });
  const made = delivery(tasks);
  for (const id of removed) made.outcomes.set(id, null);
  return made;
}

/**
 * Looks at tasks that are not as they were seen. A change that is already there was made by an
 * earlier request whose answer was lost; one of something that nobody else touched can be made
 * again on the new version; any other would overwrite somebody, so a person has to decide.
 */
async function review(changes: readonly Change[]) {
  const seenNow = delivery();
  const again: Change[] = [];
  for (const change of changes) {
    const now = await orNull(fetchTask(change.id));
    seenNow.outcomes.set(change.id, now);
    if (!now) seenNow.gone.push(change);
    else if (isAsWanted(now, change.edit)) continue;
    else if (isUntouched(now, change.seen, change.edit)) again.push({ ...change, seen: now });
    else seenNow.conflicts.push({ ...change, seen: now });
  }
  return { seenNow, again };
}

async function change(changes: readonly Change[], tries = 3): Promise<Delivery> {
  try {
    return await make(changes);
  } catch (error) {
    if (tries === 0 || ![404, 409].includes(statusOf(error))) throw error;
    const { seenNow, again } = await review(changes);
    const made = await change(again, tries - 1);
    return {
      outcomes: new Map([...seenNow.outcomes, ...made.outcomes]),
      conflicts: [...seenNow.conflicts, ...made.conflicts],
      gone: [...seenNow.gone, ...made.gone],
    };
  }
}

/** A place in the order overwrites nothing that anybody wrote, so it counts on any version. */
async function move(seen: Task, after: string | null): Promise<Delivery> {
  try {
    return delivery([await moveTask(seen.id, { after, version: seen.version })]);
  } catch (error) {
    if (statusOf(error) !== 409) throw error;
    const { version } = await fetchTask(seen.id);
    return delivery([await moveTask(seen.id, { after, version })]);
  }
}

/** Tells the server what was done. @throws HttpError, or TypeError when the server is away */
export async function deliver(operation: Operation): Promise<Delivery> {
  switch (operation.kind) {
    case 'create':
      return delivery([await postTask(operation.task)]);
    case 'change':
      return change(operation.changes);
    case 'move':
      return move(operation.seen, operation.after);
    case 'purge':
      await orNull(purgeTask(operation.seen.id));
      return { ...delivery(), outcomes: new Map([[operation.seen.id, null]]) };
    case 'empty':
      await emptyTrash();
      return delivery();
  }
}
