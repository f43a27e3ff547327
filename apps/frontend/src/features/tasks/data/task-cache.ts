import type { TaskStatus } from '@todo-chatbot/shared';
import type { QueryClient } from '@tanstack/react-query';
import {
  changeIn,
  dropFrom,
  itemsOf,
  sortInto,
  type ListedTask,
  type TaskPages,
} from './task-pages';

/** The lists that are kept apart. */
export type ListStatus = Exclude<TaskStatus, 'all'>;

export const listKey = (status: ListStatus) => ['tasks', status] as const;

const statuses: readonly ListStatus[] = ['open', 'done'];

/** Where a task belongs. */
export const statusOf = (task: ListedTask): ListStatus => (task.completed ? 'done' : 'open');

/** The task lists in the browser's memory, and every change that can happen to them. */
export function taskCache(client: QueryClient) {
  const read = (status: ListStatus) => client.getQueryData<TaskPages>(listKey(status));
  const update = (status: ListStatus, change: (pages: TaskPages) => TaskPages) =>
    client.setQueryData<TaskPages>(listKey(status), (pages) => pages && change(pages));
  const everywhere = (change: (pages: TaskPages) => TaskPages) => {
    for (const status of statuses) update(status, change);
  };

  return {
    find: (id: string) => statuses.flatMap((s) => itemsOf(read(s))).find((task) => task.id === id),
    insert: (task: ListedTask) => update(statusOf(task), (pages) => sortInto(pages, task)),
    change: (id: string, change: (task: ListedTask) => ListedTask) =>
      everywhere((pages) => changeIn(pages, id, change)),
    drop: (id: string) => everywhere((pages) => dropFrom(pages, id)),

    /** Moves tasks that were completed, or opened again, to the list where they belong now. */
    sweep: () => {
      for (const status of statuses) {
        for (const task of itemsOf(read(status)).filter((one) => statusOf(one) !== status)) {
          everywhere((pages) => dropFrom(pages, task.id));
          update(statusOf(task), (pages) => sortInto(pages, task));
        }
      }
    },
  };
}
