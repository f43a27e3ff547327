import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { Item } from './items';

interface Ports {
  list: RefObject<HTMLUListElement | null>;
  items: readonly Item[];
  scrollTo: (at: number) => void;
}

const rowOf = (node: EventTarget | null) =>
  node instanceof Element ? node.closest<HTMLElement>('[data-task]') : null;

/** The task whose row has the focus. */
export const focusedTask = (): string | undefined => rowOf(document.activeElement)?.dataset.task;

/**
 * Moves the focus through a list of which only a part is in the page, and keeps it in the list
 * when its row leaves.
 */
export function useRowFocus({ list, items, scrollTo }: Ports) {
  const wanted = useRef<string>(undefined);
  const last = useRef<{ id: string; at: number }>(undefined);

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const entered = ({ target }: FocusEvent) => {
      const id = rowOf(target)?.dataset.task;
      if (id) last.current = { id, at: -1 };
    };
    const left = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget && !element.contains(relatedTarget as Node)) last.current = undefined;
    };
    element.addEventListener('focusin', entered);
    element.addEventListener('focusout', left);
    return () => {
      element.removeEventListener('focusin', entered);
      element.removeEventListener('focusout', left);
    };
  }, [list]);

  const grab = () => {
    const id = wanted.current;
    const row = id && list.current?.querySelector<HTMLElement>(`[data-task="${id}"] [data-row]`);
    if (!row) return;
    wanted.current = undefined;
    row.focus({ preventScroll: true });
  };

  const focusAt = (at: number) => {
    const item = items[at];
    if (item?.kind !== 'task') return;
    wanted.current = item.key;
    scrollTo(at);
    grab();
  };

  // After every render: the row that is wanted may have come, or the one with the focus gone.
  useLayoutEffect(() => {
    grab();
    const kept = last.current;
    if (!kept) return;
    const at = items.findIndex(({ key }) => key === kept.id);
    if (at >= 0) kept.at = at;
    else if (document.activeElement === document.body && kept.at >= 0) {
      last.current = undefined;
      const near = items.slice(kept.at).findIndex(({ kind }) => kind === 'task');
      focusAt(near >= 0 ? kept.at + near : items.findLastIndex(({ kind }) => kind === 'task'));
    }
  });

  /** Moves to the next or previous task; from nowhere, to the first. */
  const step = (by: 1 | -1) => {
    const current = focusedTask();
    let at = items.findIndex(({ key }) => key === current);
    do at += by;
    while (items[at]?.kind === 'heading');
    focusAt(at);
  };
  return { step };
}
