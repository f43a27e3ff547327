import { useSyncExternalStore } from 'react';

/** How long a task that left its list stays in sight, so that a check can be seen and regretted. */
export const lingerMs = 900;

const nobody: ReadonlySet<string> = new Set();
let staying = nobody;
const listeners = new Set<() => void>();
const gone = new Set<(ids: readonly string[]) => void>();

function set(next: ReadonlySet<string>): void {
  staying = next;
  for (const listener of listeners) listener();
}

/** Keeps tasks in sight for a moment. */
export function linger(ids: readonly string[]): void {
  set(new Set([...staying, ...ids]));
  setTimeout(() => {
    set(new Set([...staying].filter((id) => !ids.includes(id))));
    for (const tell of gone) tell(ids);
  }, lingerMs);
}

export const lingering = () => staying;

/** Hears which tasks have stayed long enough. */
export function onLingered(listener: (ids: readonly string[]) => void): () => void {
  gone.add(listener);
  return () => void gone.delete(listener);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** {@link lingering}, for a component. */
export const useLingering = () => useSyncExternalStore(subscribe, lingering, () => nobody);
