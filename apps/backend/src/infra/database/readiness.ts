import { knownMigrations, newestApplied } from './migrations.ts';
import type { Queryable } from './migrations.ts';

/** Why the database cannot be used yet, undefined when it can. */
export type ReadinessCheck = () => Promise<string | undefined>;

const patience = 900;

/** Checks that the database answers soon, and that its schema is at least this build's. */
export function createReadinessCheck(database: Queryable): ReadinessCheck {
  const wanted = knownMigrations().then((known) => Math.max(0, ...known.map(({ when }) => when)));

  return async () => {
    const tooLate = AbortSignal.timeout(patience);
    const late = new Promise<never>((_resolve, reject) => {
      tooLate.addEventListener('abort', () => reject(tooLate.reason), { once: true });
    });
    try {
      const applied = await Promise.race([newestApplied(database), late]);
      return applied < (await wanted) ? 'the database awaits migrations' : undefined;
    } catch {
      return 'the database does not answer';
    }
  };
}
