import { useSyncExternalStore } from 'react';

// A deletion is sent when its Undo has gone from the screen, not before: bringing a task back by
// creating it anew would lose its id, its place and its history.
let held: ReadonlySet<string> = new Set();
const none: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

function set(next: ReadonlySet<string>): void {
  held = next;
  for (const listener of listeners) listener();
}

/** Hides a task that is about to be deleted. */
export const holdBack = (id: string) => set(new Set([...held, id]));

/** Shows it again, or forgets it because it is gone. */
export const release = (id: string) => set(new Set([...held].filter((one) => one !== id)));

/** The tasks that are about to be deleted. */
export const heldBack = () => held;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** {@link heldBack}, for a component. */
export const useHeldBack = () => useSyncExternalStore(subscribe, heldBack, () => none);
