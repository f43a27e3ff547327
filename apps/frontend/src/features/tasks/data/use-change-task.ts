import type { Task } from '@todo-chatbot/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { notify } from '@/components/toast/notices';
import { errorMessage } from '@/lib/error-message';
import { HttpError } from '@/lib/http';
import {
  changesOfTasks,
  edits,
  editsWaiting,
  serverId,
  stopReads,
  type Change,
  type Edit,
} from './task-changes';
import { taskCache } from './task-cache';
import { fetchTask, patchTask } from './tasks-api';

/** How long a task that was checked off stays in sight before it goes to the other list. */
const lingerMs = 900;

const undo = (edit: Edit, before: Task | undefined): Edit =>
  before
    ? (Object.fromEntries(Object.keys(edit).map((key) => [key, before[key as keyof Edit]])) as Edit)
    : {};

function tellFailure(error: unknown, title: string, again: () => void): void {
  const status = error instanceof HttpError ? error.status : 0;
  if (status === 404) {
    notify({ title: `“${title}” does not exist any more.`, danger: true });
    return;
  }
  notify({
    title:
      status === 409
        ? `“${title}” was changed in another place, so your change was not saved.`
        : `“${title}” was not saved. ${errorMessage(error)}`,
    danger: true,
    action: { label: status === 409 ? 'Save mine' : 'Try again', run: again },
  });
}

/** Edits a task at once, sends it, and takes it back with a word when that fails. */
export function useChangeTask() {
  const client = useQueryClient();
  const cache = taskCache(client);
  const mutation = useMutation({
    ...changesOfTasks,
    mutationKey: edits,
    mutationFn: async ({ id, edit }: Change) => {
      // Not in a list any more when it was completed elsewhere.
      const seen = cache.find(serverId(id)) ?? (await fetchTask(serverId(id)));
      return patchTask(serverId(id), { ...edit, version: seen.version });
    },
    onMutate: ({ id, edit }) => {
      stopReads(client);
      const before = cache.find(serverId(id));
      cache.change(serverId(id), (task) => ({ ...task, ...edit }));
      if (edit.completed !== undefined) setTimeout(() => cache.sweep(), lingerMs);
      return { before };
    },
    onSuccess: (saved, change) => {
      const newer = editsWaiting(client, change.id, change);
      cache.change(saved.id, ({ key }) => ({ ...saved, ...newer, ...(key && { key }) }));
    },
    onError: async (error, change, context) => {
      const newer = editsWaiting(client, change.id, change);
      const back = { ...undo(change.edit, context?.before), ...newer };
      cache.change(serverId(change.id), (task) => ({ ...task, ...back }));
      cache.sweep();
      await client.invalidateQueries({ queryKey: ['tasks'] });
      tellFailure(error, context?.before?.title ?? 'The task', () => mutation.mutate(change));
    },
  });
  return mutation;
}
