import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { notify } from '@/components/toast/notices';
import { errorMessage } from '@/lib/error-message';
import { HttpError } from '@/lib/http';
import { heldBack, holdBack, release } from './held-deletes';
import { changesOfTasks, serverId } from './task-changes';
import { taskCache } from './task-cache';
import type { ListedTask } from './task-pages';
import { deleteTask } from './tasks-api';

const isGone = (error: unknown) => error instanceof HttpError && error.status === 404;

/** Hides a task at once, offers Undo, and deletes it when the offer has passed. */
export function useDeleteTask(): (task: ListedTask) => void {
  const client = useQueryClient();
  const cache = taskCache(client);
  const { mutate } = useMutation({
    ...changesOfTasks,
    mutationFn: async ({ id }: ListedTask) => {
      await deleteTask(serverId(id)).catch((error: unknown) => {
        if (!isGone(error)) throw error;
      });
    },
    onSuccess: (_nothing, { id }) => {
      cache.drop(serverId(id));
      release(id);
    },
    onError: (error, task) => {
      release(task.id);
      notify({
        title: `“${task.title}” was not deleted. ${errorMessage(error)}`,
        danger: true,
        action: { label: 'Try again', run: () => mutate(task) },
      });
    },
  });
  return (task) => {
    holdBack(task.id);
    notify({
      title: `Deleted “${task.title}”`,
      action: { label: 'Undo', run: () => release(task.id) },
      onGone: () => mutate(task),
    });
  };
}

/** Sends what is still held back; the requests outlive the page. */
export const sendHeldDeletes = () =>
  Promise.allSettled([...heldBack()].map((id) => deleteTask(serverId(id), true)));

/** A person who leaves the page has let the offer of Undo pass. */
export function useDeletesOnLeave(): void {
  useEffect(() => {
    const send = () => void sendHeldDeletes();
    addEventListener('pagehide', send);
    return () => removeEventListener('pagehide', send);
  }, []);
}
