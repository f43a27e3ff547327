import { useSyncExternalStore } from 'react';
import { thisClient } from '../client-id';
import type { Operation } from '../operation';
import { forgetEntry, storeEntry, type Entry } from './stored';

const none: readonly Entry[] = [];
let entries = none;
let account: string | undefined;
let count = 0;
const listeners = new Set<() => void>();

function set(next: readonly Entry[]): void {
  entries = next;
  for (const listener of listeners) listener();
}

// Keys sort in the order in which things were done, also across reloads.
const nextKey = () =>
  `${String(Date.now()).padStart(15, '0')}-${String(++count).padStart(6, '0')}-${thisClient()}`;

const keep = (entry: Entry) => {
  if (account) void storeEntry({ ...entry, account });
};

/** What was done here and is not yet known to be saved, in the order in which it was done. */
export const outbox = {
  current: () => entries,

  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },

  /** Adds what a person just did. */
  add(operation: Operation): void {
    const entry = { key: nextKey(), tab: thisClient(), operation };
    set([...entries, entry]);
    keep(entry);
  },

  /** Puts a changed operation in the place of what it was. */
  replace(key: string, operation: Operation): void {
    set(entries.map((entry) => (entry.key === key ? { ...entry, operation } : entry)));
    const changed = entries.find((entry) => entry.key === key);
    if (changed) keep(changed);
  },

  /** Takes out what is done with. */
  drop(key: string): void {
    set(entries.filter((entry) => entry.key !== key));
    void forgetEntry(key);
  },

  /** Begins to keep entries, for an account. */
  open(owner: string): void {
    account = owner;
    entries.forEach(keep);
  },

  /** Takes over what another tab, or an earlier visit, left behind. */
  async adopt(left: readonly Entry[]): Promise<void> {
    const known = new Set(entries.map(({ key }) => key));
    const mine = left
      .filter(({ key }) => !known.has(key))
      .map((entry) => ({ ...entry, tab: thisClient() }));
    if (mine.length === 0) return;
    set([...mine, ...entries]);
    await Promise.all(mine.map(storeEntry));
  },

  /** Forgets everything in memory; what is stored stays. */
  close(): void {
    account = undefined;
    set(none);
  },
};

/** {@link outbox.current}, for a component. */
export const useOutbox = () => useSyncExternalStore(outbox.subscribe, outbox.current, () => none);
