import { useMutation, useQueryClient } from '@tanstack/react-query';
import { notify } from '@/components/toast/notices';
import { errorMessage } from '@/lib/error-message';
import { blankTask } from './blank-task';
import { changesOfTasks, editsWaiting, learnId, stopReads } from './task-changes';
import { taskCache } from './task-cache';
import type { ListedTask } from './task-pages';
import { createTask } from './tasks-api';

let drafts = 0;

// Not randomUUID: it exists on https and localhost only, and a cluster's address may be neither.
const draftOf = (title: string): ListedTask => {
  const id = `draft-${++drafts}`;
  return { ...blankTask({ id, title }), key: id };
};

/** Adds a task; it shows before the server knows it. */
export function useCreateTask(): (title: string) => void {
  const client = useQueryClient();
  const cache = taskCache(client);
  const { mutate } = useMutation({
    ...changesOfTasks,
    mutationFn: ({ title }: ListedTask) => createTask({ title }),
    onMutate: (draft) => {
      stopReads(client);
      cache.insert(draft);
    },
    onSuccess: async (task, draft) => {
      learnId(draft.id, task.id);
      const shown = cache.find(draft.id);
      cache.change(draft.id, () => ({ ...task, ...editsWaiting(client, task.id), key: draft.id }));
      if (!shown) await client.invalidateQueries({ queryKey: ['tasks'] });
    },
    onError: (error, draft) => {
      cache.drop(draft.id);
      notify({
        title: `“${draft.title}” was not added. ${errorMessage(error)}`,
        danger: true,
        action: { label: 'Try again', run: () => mutate(draftOf(draft.title)) },
      });
    },
  });
  return (title) => mutate(draftOf(title));
}
