import type { Database } from '../database/database.ts';
import { oauthResources } from '../database/schema/index.ts';
import { resourcesOf } from './oauth-tokens.ts';

/**
 * Answers a function that makes sure that the library knows what tokens can be asked for. It is
 * called with the first request that needs it, and not at the start: the library would not get over
 * a database that was away then.
 */
export function createResourceSeed(database: Database, origin: string): () => Promise<void> {
  const names = Object.entries(resourcesOf(origin));
  let seeded: Promise<unknown> | undefined;
  return async () => {
    seeded ??= database
      .insert(oauthResources)
      .values(names.map(([name, identifier]) => ({ name, identifier, createdAt: new Date() })))
      .onConflictDoNothing();
    try {
      await seeded;
    } catch (error) {
      seeded = undefined;
      throw error;
    }
  };
}
