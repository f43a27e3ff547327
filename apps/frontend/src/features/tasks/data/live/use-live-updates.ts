import type { Task } from '@todo-chatbot/shared';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { HttpError } from '@/lib/http-error';
import { thisClient } from '../client-id';
import { newest } from '../outbox/delivered';
import { settle } from '../task-cache';
import { fetchTask } from '../tasks-api';
import { shareStream } from './shared-stream';
import type { Heard } from './stream';

/** Up to so many changed tasks are read one by one, instead of every list. */
const fewTasks = 20;

async function readTask(id: string): Promise<[string, Task | null]> {
  try {
    // An own change may have been answered while this was read.
    return [id, newest(await fetchTask(id))];
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) return [id, null];
    throw error;
  }
}

/** A first read under way would be left to answer, and may know less than what was heard. */
async function readAgain(client: QueryClient, queryKey: string[]): Promise<void> {
  void client.cancelQueries({ queryKey });
  await client.invalidateQueries({ queryKey });
}

async function follow(client: QueryClient, heard: Heard): Promise<void> {
  if (heard.type === 'open') {
    await Promise.all([readAgain(client, ['tasks']), readAgain(client, ['reminders'])]);
  }
  if (heard.type === 'account' || heard.type === 'reminders') await readAgain(client, [heard.type]);
  if (heard.type !== 'tasks' || heard.source === thisClient()) return;
  if (!heard.ids || heard.ids.length > fewTasks) return readAgain(client, ['tasks']);
  try {
    settle(client, new Map(await Promise.all(heard.ids.map(readTask))));
  } catch {
    await readAgain(client, ['tasks']);
  }
}

/** Shows what changes elsewhere, for as long as the page is open. */
export function useLiveUpdates(account: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!account) return;
    return shareStream(account, (heard) => void follow(client, heard));
  }, [account, client]);
}
