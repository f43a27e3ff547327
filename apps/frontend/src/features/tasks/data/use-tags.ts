import type { Tag } from '@todo-chatbot/shared';
import { useQuery } from '@tanstack/react-query';
import { tagsKey } from './task-cache';
import { fetchTags } from './tasks-api';

const none: Tag[] = [];

/** One's tags, with how many open tasks carry each. */
export function useTags(): Tag[] {
  const { data } = useQuery({ queryKey: tagsKey, queryFn: fetchTags });
  return data?.items ?? none;
}
