import type { ConnectedApp } from '@todo-chatbot/shared';
import { AppError } from '../app-error.ts';

/** Where it is kept which programs people let in. */
export interface ConnectedAppStore {
  list(ownerId: string): Promise<ConnectedApp[]>;
  /** Forgets the consent with all its tokens; answers whether the owner had such an app. */
  remove(ownerId: string, id: string): Promise<boolean>;
  /** Forgets programs that registered before this and that nobody lets in; answers how many. */
  removeUnclaimed(before: Date): Promise<number>;
}

/** The programs that a person let act for them. */
export interface ConnectedApps {
  list(ownerId: string): Promise<ConnectedApp[]>;
  /** Shuts a program out, from its next request on; another's or none is `not_found`. */
  remove(ownerId: string, id: string): Promise<void>;
  /** Forgets programs that asked to be let in, and were not, a week ago; answers how many. */
  forgetUnclaimed(): Promise<number>;
}

const week = 7 * 86_400_000;

/** Builds the use cases on their store. */
export const createConnectedApps = (store: ConnectedAppStore, now: () => Date): ConnectedApps => ({
  forgetUnclaimed: () => store.removeUnclaimed(new Date(now().getTime() - week)),
  list: (ownerId) => store.list(ownerId),
  async remove(ownerId, id) {
    if (await store.remove(ownerId, id)) return;
    throw new AppError('not_found', 'There is no such connected app.');
  },
});
