import type { Task, TaskPage } from '@todo-chatbot/shared';
import type { InfiniteData } from '@tanstack/react-query';
import { belongs, orderOf, type ListQuery } from './list-query';

/** The pages of a list as far as they are loaded. */
export type TaskPages = InfiniteData<TaskPage, string | null>;

/** All loaded tasks in one list. */
export const itemsOf = (pages: InfiniteData<TaskPage> | undefined): Task[] =>
  pages?.pages.flatMap((page) => page.items) ?? [];

/** What became of tasks; null for those that are gone for good. */
export type Outcomes = ReadonlyMap<string, Task | null>;

const nobody: ReadonlySet<string> = new Set();

function insert(pages: TaskPage[], task: Task, order: (a: Task, b: Task) => number): void {
  const at = pages.findIndex(({ items, nextCursor }) => {
    const last = items.at(-1);
    return nextCursor === null || (last && order(task, last) < 0);
  });
  const page = pages[at];
  // Its place is further down than what is loaded.
  if (!page) return;
  const before = page.items.findIndex((item) => order(task, item) < 0);
  const items = page.items.toSpliced(before < 0 ? page.items.length : before, 0, task);
  pages[at] = { ...page, items };
}

/**
 * The same pages with each task where it belongs now. Tasks that no longer belong are dropped,
 * except those in `staying`, which keep their row for a moment.
 */
export function place(
  pages: TaskPages,
  query: ListQuery,
  { outcomes, staying = nobody }: { outcomes: Outcomes; staying?: ReadonlySet<string> },
): TaskPages {
  if (outcomes.size === 0) return pages;
  const order = orderOf(query);
  const placed = new Set<string>();
  const keep = (item: Task): Task[] => {
    const now = outcomes.get(item.id);
    if (now === undefined) return [item];
    const stays = now && (belongs(now, query) ? order(item, now) === 0 : staying.has(item.id));
    if (!stays) return [];
    placed.add(item.id);
    return [now];
  };
  const next = pages.pages.map((page) => ({ ...page, items: page.items.flatMap(keep) }));
  for (const task of outcomes.values()) {
    if (task && !placed.has(task.id) && belongs(task, query)) insert(next, task, order);
  }
  return { ...pages, pages: next };
}
