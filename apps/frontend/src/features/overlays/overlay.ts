import { useSyncExternalStore } from 'react';

/** What can float above a page at the word of the person, one at a time. */
export type Overlay = 'shortcuts' | 'palette' | 'quick-add';

let shown: Overlay | undefined;
const listeners = new Set<() => void>();

/** Shows an overlay, or none. */
export function showOverlay(next: Overlay | undefined): void {
  shown = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The overlay that is shown. */
export const useOverlay = () =>
  useSyncExternalStore(
    subscribe,
    () => shown,
    () => undefined,
  );
