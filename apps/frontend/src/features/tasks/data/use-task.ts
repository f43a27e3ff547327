import type { Task } from '@todo-chatbot/shared';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { HttpError } from '@/lib/http-error';
import { outlook } from './operation';
import { newest } from './outbox/delivered';
import { useOutbox } from './outbox/outbox';
import { findTask, taskKey } from './task-cache';
import { fetchTask } from './tasks-api';

/** One task, with all that was done to it here already done; null when there is no such task. */
export function useTask(id: string): { task: Task | null | undefined; error: unknown } {
  const client = useQueryClient();
  const known = findTask(client, id);
  const operations = useOutbox().map(({ operation }) => operation);
  const { data, error } = useQuery({
    queryKey: taskKey(id),
    // What was answered before a change was made may arrive after it.
    queryFn: async () => newest(await fetchTask(id)),
    initialData: known,
    initialDataUpdatedAt: 0,
    // A question that overtakes the task on its way would learn that there is no such task.
    enabled: !operations.some((one) => one.kind === 'create' && one.task.id === id),
  });
  const expected = outlook(operations, () => data).get(id);
  const missing = error instanceof HttpError && error.status === 404;
  return {
    task: expected === undefined ? (data ?? (missing ? null : undefined)) : expected,
    error,
  };
}
