import { useSyncExternalStore } from 'react';

const key = 'todo-assistant';
let open: boolean | undefined;
const listeners = new Set<() => void>();

/** Where it stands beside the tasks it comes back with the page; a sheet over them does not. */
const remembered = () => {
  try {
    return matchMedia('(width >= 1180px)').matches && localStorage.getItem(key) === 'open';
  } catch {
    return false;
  }
};

const current = () => (open ??= remembered());

/** Opens or closes the assistant. */
export function showAssistant(next: boolean): void {
  open = next;
  try {
    if (next) localStorage.setItem(key, 'open');
    else localStorage.removeItem(key);
  } catch {
    // Storage may be switched off: then every visit begins with it closed.
  }
  for (const listener of listeners) listener();
}

export const toggleAssistant = () => showAssistant(!current());

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether the assistant is open. */
export const useAssistantOpen = () => useSyncExternalStore(subscribe, current, () => false);
