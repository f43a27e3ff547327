import type { Task } from '@todo-chatbot/shared';
import type { QueryClient } from '@tanstack/react-query';

/**
 * What all changes have in common. One scope: they are sent one after another, in the order in
 * which they were made, so that each knows the version that the one before it produced.
 */
export const changesOfTasks = { mutationKey: ['change-tasks'], scope: { id: 'tasks' } };

/** The key of edits alone. */
export const edits = ['change-tasks', 'edit'];

export type Edit = Partial<Pick<Task, 'title' | 'notes' | 'completed'>>;

/** An edit of one task. */
export interface Change {
  id: string;
  edit: Edit;
}

const learned = new Map<string, string>();

/** Remembers the id that the server gave to a draft. */
export const learnId = (draft: string, id: string) => void learned.set(draft, id);

/** The id under which the server knows a task. */
export const serverId = (id: string) => learned.get(id) ?? id;

/** The edits of a task that are not saved yet; they outrank what the server answers now. */
export function editsWaiting(client: QueryClient, id: string, except?: Change): Edit {
  const waiting = client
    .getMutationCache()
    .findAll({ mutationKey: edits, status: 'pending' })
    .map((mutation) => mutation.state.variables as Change)
    .filter((change) => change !== except && serverId(change.id) === serverId(id))
    .map((change) => change.edit);
  return Object.assign({}, ...waiting) as Edit;
}

/**
 * Stops reads under way, which would bring back how things were. A first read goes on: without
 * it there would be nothing to show.
 */
export function stopReads(client: QueryClient): void {
  // Takes effect at once; the promise only tells when nobody listens any more.
  void client.cancelQueries({
    queryKey: ['tasks'],
    predicate: (query) => query.state.data !== undefined,
  });
}
