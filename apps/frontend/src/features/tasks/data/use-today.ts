import { useSyncExternalStore } from 'react';

const two = (part: number) => String(part).padStart(2, '0');

/** A moment's day where the person is: `2026-11-25`. */
export const dayOf = (moment: Date): string =>
  `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;

function subscribe(listener: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    const now = new Date();
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    timer = setTimeout(wake, midnight.getTime() - now.getTime() + 50);
  };
  const wake = () => {
    listener();
    wait();
  };
  wait();
  // Timers stand still while a device sleeps.
  addEventListener('focus', listener);
  return () => {
    clearTimeout(timer);
    removeEventListener('focus', listener);
  };
}

/** The day it is here, also after midnight; empty on the server, which cannot know it. */
export const useToday = (): string =>
  useSyncExternalStore(
    subscribe,
    () => dayOf(new Date()),
    () => '',
  );
