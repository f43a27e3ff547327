import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { TaskPage } from '@todo-chatbot/shared';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { env } from '@/config/env';
import { forward } from '@/features/gateway/forward';
import { listKey, listPath, type ListQuery } from '../data/list-query';
import type { View } from './views';

/** How long a page waits for its tasks before it goes to the browser without them. */
const patienceMs = 2_000;

/**
 * The first tasks of a list, for a page that a browser opens. Nothing for one that is fetched in
 * the background: the service worker keeps those, and the app asks for their tasks by itself.
 */
async function readTasks(query: ListQuery): Promise<TaskPage | undefined> {
  const asked = await headers();
  if (asked.get('sec-fetch-dest') !== 'document') return undefined;
  const request = new Request(`http://frontend${listPath(query)}`, { headers: new Headers(asked) });
  const answer = await forward(request, { ...env(), timeoutMs: patienceMs });
  return answer.ok ? ((await answer.json()) as TaskPage) : undefined;
}

interface Props {
  view: View;
  search: Awaited<PageProps<'/app'>['searchParams']>;
  children: ReactNode;
}

/**
 * Puts the first tasks of a view into its page, so that they are painted before any script has
 * run. Only for a view that looks the same on every day: the server does not know which one it is
 * where the person is.
 */
export async function FirstTasks({ view, search, children }: Props) {
  const query = { ...view.query(''), sort: view.sorts[0] };
  const isPlain = Object.keys(search).length === 0;
  const page = isPlain ? await readTasks(query) : undefined;
  const client = new QueryClient();
  if (page && page.items.length > 0) {
    client.setQueryData(listKey(query), { pages: [page], pageParams: [null] });
  }
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}
