import { clear, createStore, del, entries, set, type UseStore } from 'idb-keyval';
import type { Operation } from '../operation';

/** An operation on its way to the server. */
export interface Entry {
  key: string;
  /** The tab that sends it. */
  tab: string;
  account?: string;
  operation: Operation;
}

let opened: UseStore | undefined;
const store = () => (opened ??= createStore('todo-chatbot-outbox', 'entries'));

/** Storage may be switched off or full: then entries live as long as the page. */
const quietly = <T>(work: () => Promise<T>, otherwise: T): Promise<T> =>
  Promise.resolve()
    .then(work)
    .catch(() => otherwise);

export const storeEntry = (entry: Entry) =>
  quietly(() => set(entry.key, entry, store()), undefined);
export const forgetEntry = (key: string) => quietly(() => del(key, store()), undefined);
export const forgetEntries = () => quietly(() => clear(store()), undefined);

/** What an account has waiting, oldest first. */
export async function storedEntries(account: string): Promise<Entry[]> {
  const all = await quietly(() => entries<string, Entry>(store()), []);
  return all
    .map(([, entry]) => entry)
    .filter((entry) => entry.account === account)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
