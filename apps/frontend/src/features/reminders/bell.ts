import { useSyncExternalStore } from 'react';

/** What the bell shows: how many reminders are unread, and whether their list is open. */
interface Bell {
  unread: number;
  open: boolean;
}

// Apart from what reads reminders, which is loaded later than the button that shows them.
let bell: Bell = { unread: 0, open: false };
const before: Bell = bell;
const listeners = new Set<() => void>();

function set(change: Partial<Bell>): void {
  bell = { ...bell, ...change };
  for (const listener of listeners) listener();
}

export const showReminders = (open: boolean) => set({ open });
export const setUnread = (unread: number) => {
  if (unread !== bell.unread) set({ unread });
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useBell = () =>
  useSyncExternalStore(
    subscribe,
    () => bell,
    () => before,
  );
