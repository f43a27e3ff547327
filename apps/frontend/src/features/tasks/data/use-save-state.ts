import { useState } from 'react';
import { useOnline } from '@/components/use-online';
import { tasksOf } from './operation';
import { useOutbox } from './outbox/outbox';
import { useReachable } from './outbox/reachable';

export type SaveState = 'untouched' | 'saving' | 'waiting' | 'saved';

/** Whether what was done to a task here has reached the server. */
export function useSaveState(id: string): SaveState {
  const unsent = useOutbox().some(({ operation }) => tasksOf(operation).includes(id));
  const online = useOnline();
  const reachable = useReachable();
  const [touched, setTouched] = useState(unsent);
  if (unsent && !touched) setTouched(true);
  if (!unsent) return touched ? 'saved' : 'untouched';
  return online && reachable ? 'saving' : 'waiting';
}
