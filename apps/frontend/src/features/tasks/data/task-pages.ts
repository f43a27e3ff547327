import type { Task, TaskPage } from '@todo-chatbot/shared';
import type { InfiniteData } from '@tanstack/react-query';

/** A task in a list. Its row keeps the key it was born with, also after the server gave it an id. */
export type ListedTask = Task & { key?: string };

/** The pages of a list as far as they are loaded, newest first. */
export type TaskPages = InfiniteData<TaskPage, string | null>;

const mapItems = (pages: TaskPages, change: (items: ListedTask[]) => ListedTask[]): TaskPages => ({
  ...pages,
  pages: pages.pages.map((page) => ({ ...page, items: change(page.items) })),
});

/** All loaded tasks in one list. */
export const itemsOf = (pages: InfiniteData<TaskPage> | undefined): ListedTask[] =>
  pages?.pages.flatMap((page) => page.items) ?? [];

/** The same pages with one task changed. */
export const changeIn = (pages: TaskPages, id: string, change: (task: ListedTask) => ListedTask) =>
  mapItems(pages, (items) => items.map((task) => (task.id === id ? change(task) : task)));

/** The same pages without a task. */
export const dropFrom = (pages: TaskPages, id: string) =>
  mapItems(pages, (items) => items.filter((task) => task.id !== id));

const newerFirst = (a: Task, b: Task) => b.createdAt.localeCompare(a.createdAt);

/** The same pages with a task at its place; none when its place is not loaded yet. */
export function sortInto(pages: TaskPages, task: ListedTask): TaskPages {
  const at = pages.pages.findIndex(({ items, nextCursor }) => {
    const oldest = items.at(-1);
    return nextCursor === null || (oldest && newerFirst(task, oldest) <= 0);
  });
  return {
    ...pages,
    pages: pages.pages.map((page, index) =>
      index === at ? { ...page, items: [...page.items, task].sort(newerFirst) } : page,
    ),
  };
}
