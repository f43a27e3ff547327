import type { Task } from '@todo-chatbot/shared';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { fetchTasks } from '../tasks/data/tasks-api';

const shown = 8;
/** How long a pause in typing is taken for the end of a word, in milliseconds. */
const pause = 150;

function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}

/** The tasks that hold the typed words: the server looks in all of them. */
export function useFoundTasks(typed: string): { found: readonly Task[]; searching: boolean } {
  const now = typed.trim();
  const words = usePaused(now);
  const { data, isFetching } = useQuery({
    queryKey: ['tasks', 'found', words],
    queryFn: ({ signal }) =>
      fetchTasks({ query: { status: 'all', q: words }, cursor: null, signal }),
    enabled: words.length > 1,
    placeholderData: keepPreviousData,
  });
  if (now.length < 2) return { found: [], searching: false };
  return { found: data?.items.slice(0, shown) ?? [], searching: isFetching || now !== words };
}
