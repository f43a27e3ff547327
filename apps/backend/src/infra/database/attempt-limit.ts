import { sql } from 'drizzle-orm';
import type { AttemptLimit } from '../../modules/accounts/account-service.ts';
import type { Database } from './database.ts';
import { rateLimits } from './schema/index.ts';

/**
 * Counts tries in PostgreSQL, in the table and the way in which the account library counts its
 * own: the window starts anew with each try that is let through. One statement, outside of any
 * transaction: tries at once cannot share a place, and a refused one stays counted.
 */
export function createAttemptLimit(database: Database, now: () => Date): AttemptLimit {
  return {
    async take(key, { max, seconds }) {
      const lastRequest = now().getTime();
      const windowStart = lastRequest - seconds * 1_000;
      const expired = sql`${rateLimits.lastRequest} <= ${windowStart}`;
      const taken = await database
        .insert(rateLimits)
        .values({ key, count: 1, lastRequest })
        .onConflictDoUpdate({
          target: rateLimits.key,
          set: {
            count: sql`case when ${expired} then 1 else ${rateLimits.count} + 1 end`,
            lastRequest,
          },
          setWhere: sql`${expired} or ${rateLimits.count} < ${max}`,
        })
        .returning({ count: rateLimits.count });
      return taken.length > 0;
    },
  };
}
