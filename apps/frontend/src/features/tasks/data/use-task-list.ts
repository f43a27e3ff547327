import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLingering } from './lingering';
import { listKey, type ListQuery } from './list-query';
import { outlook } from './operation';
import { useOutbox } from './outbox/outbox';
import { epoch } from './task-cache';
import { itemsOf, place, type TaskPages } from './task-pages';
import { fetchTasks } from './tasks-api';

interface Read {
  query: ListQuery;
  cursor: string | null;
  signal: AbortSignal;
}

/** Reads a page; again, when something was saved meanwhile that it may not hold. */
async function read(page: Read) {
  const before = epoch();
  const answer = await fetchTasks(page);
  return before === epoch() ? answer : fetchTasks(page);
}

/** The tasks of a list as far as they are loaded, with all that was done here already done. */
export function useTaskList(query: ListQuery, { enabled = true } = {}) {
  const { data, isPending, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery({
      queryKey: listKey(query),
      queryFn: ({ pageParam, signal }) => read({ query, cursor: pageParam, signal }),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.nextCursor,
      enabled,
    });
  const entries = useOutbox();
  const staying = useLingering();
  const key = JSON.stringify(query);
  const tasks = useMemo(
    () =>
      itemsOf(
        data && withEntries(data as TaskPages, JSON.parse(key) as ListQuery, { entries, staying }),
      ),
    [data, key, entries, staying],
  );
  return { tasks, isPending, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage };
}

interface Doings {
  entries: ReturnType<typeof useOutbox>;
  staying: ReadonlySet<string>;
}

function withEntries(pages: TaskPages, query: ListQuery, { entries, staying }: Doings): TaskPages {
  if (entries.length === 0) return pages;
  const items = new Map(itemsOf(pages).map((task) => [task.id, task]));
  const operations = entries.map(({ operation }) => operation);
  const outcomes = outlook(operations, (id) => items.get(id));
  if (query.status === 'trash' && operations.some(({ kind }) => kind === 'empty')) {
    for (const id of items.keys()) outcomes.set(id, null);
  }
  return place(pages, query, { outcomes, staying });
}
