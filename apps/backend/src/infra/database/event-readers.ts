import { sql } from 'drizzle-orm';
import type { Announce } from '../../modules/events/event-hub.ts';
import type { Database } from './database.ts';

// The one that the triggers of the migrations take.
const lockSpace = 7_160_412;

/** Lets the triggers know, for a few minutes, that an account's changes are followed. */
export function createAnnounce(database: Database): Announce {
  return async (ownerId) => {
    await database.execute(sql`
      insert into event_readers (user_id, expires_at)
      select id, now() + interval '3 minutes' from users where id = ${ownerId}
      on conflict (user_id) do update set expires_at = excluded.expires_at`);
    // Waits for changes under way that could not know of it; those from now on do.
    await database.execute(sql`select pg_advisory_xact_lock(${lockSpace}, hashtext(${ownerId}))`);
  };
}
