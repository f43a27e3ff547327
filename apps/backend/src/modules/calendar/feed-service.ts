import { createHash, randomBytes } from 'node:crypto';
import type { CalendarFeed, CreatedCalendarFeed, Task } from '@todo-chatbot/shared';
import { AppError } from '../app-error.ts';

/** Where feeds are kept: of a feed's secret only the hash. */
export interface FeedStore {
  createdAt(ownerId: string): Promise<Date | null>;
  /** Puts a feed in the place of the one before. */
  put(ownerId: string, feed: { hash: string; createdAt: Date }): Promise<void>;
  remove(ownerId: string): Promise<void>;
  ownerOf(hash: string): Promise<string | undefined>;
  /** Tasks with a date and not in the trash: the open ones, then those done last. */
  datedTasks(ownerId: string, limit: number): Promise<Task[]>;
}

export interface FeedServicePorts {
  store: FeedStore;
  now: () => Date;
  /** The public origin, under which calendars reach the feed. */
  origin: string;
}

/** A person's dated tasks as a calendar that others subscribe to by a secret address. */
export interface FeedService {
  state(ownerId: string): Promise<CalendarFeed>;
  /** Switches the feed on under a new address; the one before stops working at once. */
  switchOn(ownerId: string): Promise<CreatedCalendarFeed>;
  switchOff(ownerId: string): Promise<void>;
  /** The tasks behind an address; one that is not, or no longer, in use is `not_found`. */
  tasksBehind(secret: string): Promise<Task[]>;
}

/** How many tasks a feed shows at most. */
export const feedLimit = 2_000;

// The secret is as long as the hash, so that nothing slower is needed to keep it from being guessed.
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** Builds the use cases on their ports. */
export function createFeedService({ store, now, origin }: FeedServicePorts): FeedService {
  return {
    async state(ownerId) {
      const createdAt = await store.createdAt(ownerId);
      return { createdAt: createdAt?.toISOString() ?? null };
    },

    async switchOn(ownerId) {
      const secret = randomBytes(32).toString('base64url');
      const createdAt = now();
      await store.put(ownerId, { hash: hashOf(secret), createdAt });
      return {
        url: `${origin}/api/v1/calendar/${secret}.ics`,
        createdAt: createdAt.toISOString(),
      };
    },

    switchOff: (ownerId) => store.remove(ownerId),

    async tasksBehind(secret) {
      const ownerId = await store.ownerOf(hashOf(secret));
      if (!ownerId) throw new AppError('not_found', 'There is no calendar at this address.');
      return store.datedTasks(ownerId, feedLimit);
    },
  };
}
