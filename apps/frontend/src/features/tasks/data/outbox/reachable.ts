import { useSyncExternalStore } from 'react';

let reachable = true;
const listeners = new Set<() => void>();

/** Notes whether the server answered when something was sent to it. */
export function setReachable(next: boolean): void {
  if (reachable === next) return;
  reachable = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether the server took what was last sent to it. */
export const useReachable = () =>
  useSyncExternalStore(
    subscribe,
    () => reachable,
    () => true,
  );
