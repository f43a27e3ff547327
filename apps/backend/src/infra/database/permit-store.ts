import { createHash } from 'node:crypto';
import { and, like, lt, sql } from 'drizzle-orm';
import type { PermitStore } from '../../modules/limits/request-limit.ts';
import type { Database } from './database.ts';
import { rateLimits } from './schema/index.ts';

const prefix = 'api:';
const minute = 60_000;
const keptFor = 10 * minute;

// Neither an account nor an address is written down: the row may outlive both.
const hashed = (key: string) =>
  prefix + createHash('sha256').update(key).digest('base64url').slice(0, 24);

/** Counts permits per minute in PostgreSQL, by the database's own clock. */
export function createPermitStore(database: Database): PermitStore {
  let nextSweep = Date.now() + keptFor;

  /** Windows long past are of no use; one process in a while takes them away. */
  async function sweep(): Promise<void> {
    if (Date.now() < nextSweep) return;
    nextSweep = Date.now() + keptFor;
    const past = lt(rateLimits.lastRequest, Date.now() - keptFor);
    await database.delete(rateLimits).where(and(like(rateLimits.key, `${prefix}%`), past));
  }

  return {
    async count(key, permits) {
      await sweep();
      const clock = sql`(extract(epoch from now()) * 1000)::bigint`;
      const window = sql`${clock} / ${minute}::bigint * ${minute}::bigint`;
      const sameWindow = sql`${rateLimits.lastRequest} = excluded.last_request`;
      const [row] = await database
        .insert(rateLimits)
        .values({ key: hashed(key), count: permits, lastRequest: window })
        .onConflictDoUpdate({
          target: rateLimits.key,
          set: {
            count: sql`case when ${sameWindow} then ${rateLimits.count} else 0 end + excluded.count`,
            lastRequest: sql`excluded.last_request`,
          },
        })
        .returning({
          counted: rateLimits.count,
          endsIn: sql<number>`(${minute}::bigint - ${clock} % ${minute}::bigint)::int`,
        });
      if (!row) throw new Error('The database returned no row for a count of permits.');
      return row;
    },
  };
}
