import { clear, createStore, get, set, type UseStore } from 'idb-keyval';
import type { DehydrateOptions, Query } from '@tanstack/react-query';
import type { PersistedClient, Persister } from '@tanstack/react-query-persist-client';

/** How long a device remembers what it has read, for days without a network. */
export const keptForMs = 7 * 24 * 60 * 60 * 1000;

const pauseMs = 1_000;
/** The first pages of a list are kept; scrolling back through all of it takes a network. */
const keptPages = 3;

let opened: UseStore | undefined;
const store = () => (opened ??= createStore('todo-chatbot-queries', 'client'));
let waiting: PersistedClient | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let forgotten = false;

/** Storage may be switched off or full: then every visit begins anew. */
async function save(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const client = waiting;
  waiting = undefined;
  if (client && !forgotten) await set('client', client, store()).catch(() => undefined);
}

/** Keeps what was read in the browser's database. */
export const persister: Persister = {
  persistClient: (client) => {
    waiting = client;
    timer ??= setTimeout(() => void save(), pauseMs);
  },
  restoreClient: () => get<PersistedClient>('client', store()).catch(() => undefined),
  removeClient: () => forgetQueries(),
};

/** Saves at once what still waits for its turn. */
export const saveNow = () => void save();

const forgetQueries = () => clear(store()).catch(() => undefined);

/** Leaves nothing in the browser's database, and keeps nothing more until the next load. */
export function forgetKeptQueries(): Promise<void> {
  forgotten = true;
  return forgetQueries();
}

interface Paged {
  pages: unknown[];
  pageParams: unknown[];
}

const isPaged = (data: unknown): data is Paged =>
  typeof data === 'object' && data !== null && 'pages' in data && 'pageParams' in data;

/** What is kept: tasks and the account, the beginnings of lists. */
export const keeping: DehydrateOptions = {
  shouldDehydrateQuery: ({ state, queryKey }: Query) =>
    state.status === 'success' && ['tasks', 'account'].includes(String(queryKey[0])),
  shouldDehydrateMutation: () => false,
  serializeData: (data: unknown) =>
    isPaged(data)
      ? { pages: data.pages.slice(0, keptPages), pageParams: data.pageParams.slice(0, keptPages) }
      : data,
};
