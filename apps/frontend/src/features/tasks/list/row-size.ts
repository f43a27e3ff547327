import type { Task } from '@todo-chatbot/shared';
import { useCallback, useSyncExternalStore } from 'react';
import type { Item } from './items';

const queries = { narrow: '(width < 40rem)', coarse: '(pointer: coarse)' };

const useMedia = (query: string) =>
  useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
    () => false,
  );

/** Whether a row has more to say than its title. */
export const hasMeta = ({ dueDate, priority, tags, subtasks, notes }: Task): boolean =>
  Boolean(dueDate ?? notes) || priority !== 'none' || tags.length > 0 || subtasks.length > 0;

/** How high each line is, in pixels: known before it is there, so that nothing jumps. */
export function useRowSize(): (item: Item) => number {
  const narrow = useMedia(queries.narrow);
  const coarse = useMedia(queries.coarse);
  return useCallback(
    (item) => {
      const row = coarse ? 48 : 40;
      if (item.kind === 'heading') return 48;
      return narrow && hasMeta(item.task) ? row + 16 : row;
    },
    [narrow, coarse],
  );
}
