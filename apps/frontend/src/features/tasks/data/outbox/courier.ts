import { onlineManager, type QueryClient } from '@tanstack/react-query';
import { HttpError } from '@/lib/http-error';
import { leaveWhenLoggedOut } from '@/lib/session';
import { rebased, tasksOf, type Operation } from '../operation';
import { settle, summaryKey } from '../task-cache';
import { listsKey } from '../list-query';
import { deliver, type Delivery } from './deliver';
import { remember } from './delivered';
import { outbox } from './outbox';
import { setReachable } from './reachable';
import type { Entry } from './stored';
import { tellDelivery, tellFailure } from './tell';

const longestPauseMs = 15_000;

/** Faults of the way, not of what is sent: it is sent again until it arrives. */
const isAway = (error: unknown) =>
  !(error instanceof HttpError) || [408, 429, 502, 503, 504].includes(error.status);

function rebaseLater(delivery: Delivery): void {
  const now = new Map([...delivery.outcomes].flatMap(([id, task]) => (task ? [[id, task]] : [])));
  for (const { key, operation } of outbox.current()) {
    if (tasksOf(operation).some((id) => now.has(id))) outbox.replace(key, rebased(operation, now));
  }
}

/** What builds on a task that was never made cannot be made either. */
function dropDependants(operation: Operation): void {
  if (operation.kind !== 'create') return;
  for (const { key, operation: later } of outbox.current()) {
    if (tasksOf(later).includes(operation.task.id)) outbox.drop(key);
  }
}

/**
 * Sends what is in the outbox, one after another in the order in which it was done, so that each
 * knows the version that the one before it produced. Waits while the server is out of reach.
 * @returns stops it
 */
export function startCourier(client: QueryClient): () => void {
  let busy = false;
  let stopped = false;
  let failures = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const finish = ({ key, operation }: Entry, delivery: Delivery) => {
    // In this order: the page never sees a moment without either the change or its result.
    remember(delivery.outcomes);
    settle(client, delivery.outcomes);
    outbox.drop(key);
    rebaseLater(delivery);
    if (operation.kind === 'empty') {
      void client.invalidateQueries({ queryKey: listsKey });
      void client.invalidateQueries({ queryKey: summaryKey });
    }
    tellDelivery(delivery);
  };

  /** Whether to go on with the next one. */
  const handle = async (entry: Entry): Promise<boolean> => {
    try {
      const delivery = await deliver(entry.operation);
      failures = 0;
      setReachable(true);
      finish(entry, delivery);
      return true;
    } catch (error) {
      if (leaveWhenLoggedOut(error)) return false;
      if (isAway(error)) {
        setReachable(false);
        pause = setTimeout(run, Math.min(longestPauseMs, 500 * 2 ** failures++));
        return false;
      }
      outbox.drop(entry.key);
      dropDependants(entry.operation);
      tellFailure(entry.operation, error);
      void client.invalidateQueries({ queryKey: listsKey });
      return true;
    }
  };

  async function work(): Promise<void> {
    clearTimeout(pause);
    busy = true;
    for (let going = true; going;) {
      const [entry] = outbox.current();
      going = !stopped && onlineManager.isOnline() && entry !== undefined && (await handle(entry));
    }
    busy = false;
  }

  function run(): void {
    if (!busy && outbox.current().length > 0) void work();
  }

  const added = outbox.subscribe(() => failures === 0 && run());
  const online = onlineManager.subscribe((isOnline) => isOnline && run());
  run();
  return () => {
    stopped = true;
    clearTimeout(pause);
    added();
    online();
  };
}
