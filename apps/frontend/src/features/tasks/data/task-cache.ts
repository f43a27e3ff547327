import type { Task } from '@todo-chatbot/shared';
import type { Query, QueryClient } from '@tanstack/react-query';
import { lingering } from './lingering';
import { listsKey, type ListQuery } from './list-query';
import { itemsOf, place, type Outcomes, type TaskPages } from './task-pages';

export const taskKey = (id: string) => ['tasks', 'one', id] as const;
export const summaryKey = ['tasks', 'summary'] as const;
export const tagsKey = ['tasks', 'tags'] as const;

const queryOf = (list: Query) => list.queryKey[listsKey.length] as ListQuery;
let settled = 0;

/** Counts up whenever the lists in memory learn something: a read begun before knows less. */
export const epoch = () => settled;

const listsOf = (client: QueryClient) => client.getQueryCache().findAll({ queryKey: listsKey });

/** A task as the server last described it, if it is in memory. */
export function findTask(client: QueryClient, id: string): Task | undefined {
  const one = client.getQueryData<Task>(taskKey(id));
  if (one) return one;
  for (const { state } of listsOf(client)) {
    const found = itemsOf(state.data as TaskPages | undefined).find((task) => task.id === id);
    if (found) return found;
  }
  return undefined;
}

function placeEverywhere(client: QueryClient, outcomes: Outcomes, staying?: ReadonlySet<string>) {
  for (const list of listsOf(client)) {
    client.setQueryData<TaskPages>(
      list.queryKey,
      (pages) => pages && place(pages, queryOf(list), { outcomes, staying }),
    );
  }
}

/** Puts what the server answered where it belongs, in every list in memory. */
export function settle(client: QueryClient, outcomes: Outcomes): void {
  if (outcomes.size === 0) return;
  settled += 1;
  // A read under way would bring back how things were. A first read goes on: it looks at `epoch`.
  const reading = listsOf(client).filter(
    ({ state }) => state.fetchStatus === 'fetching' && state.data !== undefined,
  );
  for (const { queryKey } of reading) void client.cancelQueries({ queryKey, exact: true });
  placeEverywhere(client, outcomes, lingering());
  for (const { queryKey } of reading) void client.invalidateQueries({ queryKey, exact: true });
  for (const [id, task] of outcomes) {
    if (!task) client.removeQueries({ queryKey: taskKey(id) });
    else if (client.getQueryState(taskKey(id))) client.setQueryData<Task>(taskKey(id), task);
  }
  void client.invalidateQueries({ queryKey: summaryKey });
  void client.invalidateQueries({ queryKey: tagsKey });
}

/** Lets tasks that stayed a moment longer go where they belong. */
export function sweep(client: QueryClient, ids: readonly string[]): void {
  const known = ids.flatMap((id) => findTask(client, id) ?? []);
  placeEverywhere(client, new Map(known.map((task) => [task.id, task])));
}
