import type { Task } from '@todo-chatbot/shared';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { HttpError } from '@/lib/http-error';
import { outlook } from './operation';
import { useOutbox } from './outbox/outbox';
import { findTask, taskKey } from './task-cache';
import { fetchTask } from './tasks-api';

/** One task, with all that was done to it here already done; null when there is no such task. */
export function useTask(id: string): { task: Task | null | undefined; error: unknown } {
  const client = useQueryClient();
  const known = findTask(client, id);
  const { data, error } = useQuery({
    queryKey: taskKey(id),
    queryFn: () => fetchTask(id),
    initialData: known,
    initialDataUpdatedAt: 0,
  });
  const operations = useOutbox().map(({ operation }) => operation);
  const expected = outlook(operations, () => data).get(id);
  const missing = error instanceof HttpError && error.status === 404;
  return {
    task: expected === undefined ? (data ?? (missing ? null : undefined)) : expected,
    error,
  };
}
