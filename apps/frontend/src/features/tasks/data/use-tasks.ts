import { useInfiniteQuery } from '@tanstack/react-query';
import { listKey, type ListStatus } from './task-cache';
import { itemsOf } from './task-pages';
import { useHeldBack } from './held-deletes';
import { serverId } from './task-changes';
import { fetchTasks } from './tasks-api';

/** One list of tasks, page by page, without those that are about to be deleted. */
export function useTasks(status: ListStatus) {
  const query = useInfiniteQuery({
    queryKey: listKey(status),
    queryFn: ({ pageParam, signal }) => fetchTasks({ status, cursor: pageParam, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const held = new Set([...useHeldBack()].map(serverId));
  const tasks = itemsOf(query.data).filter((task) => !held.has(serverId(task.id)));
  return { ...query, tasks };
}
