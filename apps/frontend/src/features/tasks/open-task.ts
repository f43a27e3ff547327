'use client';

import { useSearchParams } from 'next/navigation';

const name = 'task';
let pushed = false;

const addressWith = (id: string | null) => {
  const address = new URL(location.href);
  if (id) address.searchParams.set(name, id);
  else address.searchParams.delete(name);
  return address;
};

/** Opens the details of a task, over whatever page is shown; going back closes them. */
export function openTask(id: string): void {
  history.pushState(null, '', addressWith(id));
  pushed = true;
}

/** Closes the details. */
export function closeTask(): void {
  if (pushed) history.back();
  else history.replaceState(null, '', addressWith(null));
  pushed = false;
}

/** The task whose details are open. */
export const useOpenTaskId = () => useSearchParams().get(name);
