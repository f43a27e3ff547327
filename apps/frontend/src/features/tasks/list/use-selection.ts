import type { Task } from '@todo-chatbot/shared';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

const nobody: ReadonlySet<string> = new Set();

/** The tasks of a range, in whichever direction it was drawn. */
export function rangeOf(tasks: readonly Task[], from: string, to: string): string[] {
  const [a, b] = [from, to].map((id) => tasks.findIndex((task) => task.id === id)) as [
    number,
    number,
  ];
  if (a < 0 || b < 0) return [to];
  return tasks.slice(Math.min(a, b), Math.max(a, b) + 1).map(({ id }) => id);
}

/** Which tasks are chosen, to do something with all of them. */
export function useSelection(tasks: readonly Task[]) {
  const [ids, setIds] = useState(nobody);
  // Touch has no modifier keys: there it begins with a button and stays on.
  const [on, setOn] = useState(false);
  const anchor = useRef<string>(undefined);
  const shown = useRef(tasks);
  useEffect(() => {
    shown.current = tasks;
  }, [tasks]);

  const toggle = useCallback((task: Task, range: boolean) => {
    const from = anchor.current;
    anchor.current = task.id;
    setIds((before) => {
      if (range && from) return new Set([...before, ...rangeOf(shown.current, from, task.id)]);
      const next = new Set(before);
      if (!next.delete(task.id)) next.add(task.id);
      return next;
    });
  }, []);
  const clear = useCallback(() => {
    setIds(nobody);
    setOn(false);
  }, []);
  const all = useCallback(() => setIds(new Set(shown.current.map(({ id }) => id))), []);
  const chosen = useMemo(() => tasks.filter(({ id }) => ids.has(id)), [tasks, ids]);
  return { ids, chosen, on: on || chosen.length > 0, begin: () => setOn(true), toggle, clear, all };
}

export type Selection = ReturnType<typeof useSelection>;
