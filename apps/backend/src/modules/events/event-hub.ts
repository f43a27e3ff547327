import type { LiveEvent } from '@todo-chatbot/shared';
import { AppError } from '../app-error.ts';

/** That something of one account changed, as the store of changes tells it. */
export interface Change {
  ownerId: string;
  event: LiveEvent;
}

/** One reader of an account's events. */
export interface Listener {
  tell(event: LiveEvent): void;
  /** No event follows: the process is ending. */
  end(): void;
}

/** Has the changes of an account told from now on, for a few minutes. */
export type Announce = (ownerId: string) => Promise<void>;

/** Hands changes to those who read along. Knows neither where they come from nor where they go. */
export interface EventHub {
  /**
   * Tells a listener of every change from now on, until the answered function is called.
   * Throws `rate_limited` when the account has too many listeners.
   */
  subscribe(ownerId: string, listener: Listener): () => void;
  /** Goes on having an account's changes told; the first time, before its reader reads. */
  announce: Announce;
  publish(change: Change): void;
  /** Changes may have been missed: everybody is told to read again. */
  publishGap(): Promise<void>;
  /** Ends every listener; later ones end at once. */
  close(): void;
}

/** How many listeners one account may have at this process. */
export const listenersPerAccount = 20;

const tooMany = () =>
  new AppError(
    'rate_limited',
    `This account has ${listenersPerAccount} event streams open already. Close one, or share it.`,
  );

/** The event that tells a client to read all its tasks again. */
export const readAgain: LiveEvent = { type: 'tasks', ids: null, source: null };

/** What a hub needs from outside. */
export interface EventHubPorts {
  /** Called when somebody listens for the first time. */
  onFirst(): void;
  announce: Announce;
}

/** Builds a hub on its ports. */
export function createEventHub({ onFirst, announce }: EventHubPorts): EventHub {
  const byOwner = new Map<string, Set<Listener>>();
  let started = false;
  let closed = false;

  const everybody = () => [...byOwner.values()].flatMap((listeners) => [...listeners]);

  function leave(ownerId: string, listener: Listener): void {
    const listeners = byOwner.get(ownerId);
    listeners?.delete(listener);
    if (listeners?.size === 0) byOwner.delete(ownerId);
  }

  return {
    announce,

    subscribe(ownerId, listener) {
      if (closed) {
        listener.end();
        return () => undefined;
      }
      const listeners = byOwner.get(ownerId) ?? new Set();
      if (listeners.size >= listenersPerAccount) throw tooMany();
      byOwner.set(ownerId, listeners.add(listener));
      if (!started) onFirst();
      started = true;
      return () => leave(ownerId, listener);
    },

    publish({ ownerId, event }) {
      for (const listener of [...(byOwner.get(ownerId) ?? [])]) listener.tell(event);
    },

    async publishGap() {
      // What was announced may have lapsed, too.
      await Promise.allSettled([...byOwner.keys()].map(announce));
      for (const listener of everybody()) {
        listener.tell(readAgain);
        listener.tell({ type: 'account' });
        listener.tell({ type: 'reminders' });
      }
    },

    close() {
      closed = true;
      for (const listener of everybody()) listener.end();
      byOwner.clear();
    },
  };
}
