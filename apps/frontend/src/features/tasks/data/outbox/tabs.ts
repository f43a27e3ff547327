import { thisClient } from '../client-id';

const lockOf = (tab: string) => `todo-chatbot-tab-${tab}`;

// Locks exist on https and localhost only. Elsewhere two tabs may send the same operation, which
// the server and the comparison after a stale version make harmless.
const locks = () => (typeof navigator === 'undefined' ? undefined : navigator.locks);

/** Shows other tabs that this one lives, until it is closed. */
export function showLife(): void {
  void locks()?.request(lockOf(thisClient()), () => new Promise(() => undefined));
}

/** The tabs that are open now, this one included; undefined where a browser does not tell. */
export async function livingTabs(): Promise<ReadonlySet<string> | undefined> {
  const held = (await locks()?.query())?.held;
  if (!held) return undefined;
  const prefix = lockOf('');
  const names = held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []));
  return new Set(names.map((name) => name.slice(prefix.length)));
}

/** Does something that two tabs must not do at the same time. */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  const manager = locks();
  return manager ? await manager.request('todo-chatbot-outbox', work) : work();
}
