import type { Task } from '@todo-chatbot/shared';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { HttpError } from '@/lib/http-error';
import { thisClient } from '../client-id';
import { settle } from '../task-cache';
import { fetchTask } from '../tasks-api';
import { shareStream } from './shared-stream';
import type { Heard } from './stream';

/** Up to so many changed tasks are read one by one, instead of every list. */
const fewTasks = 20;

async function readTask(id: string): Promise<[string, Task | null]> {
  try {
    return [id, await fetchTask(id)];
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) return [id, null];
    throw error;
  }
}

const readAgain = (client: QueryClient) => client.invalidateQueries({ queryKey: ['tasks'] });

const readReminders = (client: QueryClient) =>
  client.invalidateQueries({ queryKey: ['reminders'] });

async function follow(client: QueryClient, heard: Heard): Promise<void> {
  if (heard.type === 'account') await client.invalidateQueries({ queryKey: ['account'] });
  if (heard.type === 'reminders') await readReminders(client);
  if (heard.type === 'open') await Promise.all([readAgain(client), readReminders(client)]);
  if (heard.type !== 'tasks' || heard.source === thisClient()) return;
  if (!heard.ids || heard.ids.length > fewTasks) return readAgain(client);
  try {
    settle(client, new Map(await Promise.all(heard.ids.map(readTask))));
  } catch {
    await readAgain(client);
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
