import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { z } from 'zod';
import { installSigningKey } from '../auth/signing-keys.ts';
import type { Secrets } from '../auth/secrets.ts';
import { installQueue } from '../queue/install.ts';

// Any number will do, as long as every version of this program asks for the same one.
const lockKey = 7_160_412_983;
const lockPatience = '120s';

const journalSchema = z.object({ entries: z.array(z.object({ when: z.int(), tag: z.string() })) });

/** The migrations of this build: beside the bundle, or in the source tree. */
export function migrationsFolder(): string {
  const besideBundle = join(import.meta.dirname, 'migrations');
  return existsSync(besideBundle) ? besideBundle : join(import.meta.dirname, '../../../migrations');
}

/** The migrations of this build, oldest first. */
export async function knownMigrations(): Promise<{ when: number; tag: string }[]> {
  const journal = await readFile(join(migrationsFolder(), 'meta/_journal.json'), 'utf8');
  return journalSchema.parse(JSON.parse(journal)).entries;
}

/** Something that answers queries: a pool or a client. */
export interface Queryable {
  query(text: string): Promise<{ rows: unknown[] }>;
}

/** When the newest applied migration was made; 0 in a database without any. */
export async function newestApplied(database: Queryable): Promise<number> {
  try {
    const { rows } = await database.query(
      'select max(created_at)::float8 as newest from drizzle.__drizzle_migrations',
    );
    return z.tuple([z.object({ newest: z.number().nullable() })]).parse(rows)[0].newest ?? 0;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const undefinedTable = '42P01';
    if (code === undefinedTable) return 0;
    throw error;
  }
}

/** What is migrated, and what the keys in it are encrypted with. */
export interface MigrationTarget {
  url: string;
  authSecrets: Secrets;
}

/**
 * Brings the database to this build's schema and answers the names of what was applied.
 * Processes that do this at once take turns, and the later ones find nothing to do.
 */
export async function migrateDatabase({ url, authSecrets }: MigrationTarget): Promise<string[]> {
  const client = new Client({
    connectionString: url,
    application_name: 'todo-migrate',
    connectionTimeoutMillis: 3_000,
  });
  // A lost connection also fails the query under way; this only keeps it from ending the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`set lock_timeout = '${lockPatience}'`);
    // Held by the session, so that it is freed even when this process is killed.
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const before = await newestApplied(client);
    // First, because a process is ready as soon as the newest migration is applied.
    await installQueue(client);
    const open = (await knownMigrations()).filter(({ when }) => when > before);
    if (open.length > 0) {
      // Most releases bring no migration, and a rollout waits for the job that finds that out.
      const { applyMigrations } = await import('./apply-migrations.ts');
      await applyMigrations(client, migrationsFolder());
    }
    await installSigningKey(client, authSecrets);
    return open.map(({ tag }) => tag);
  } finally {
    await client.end();
  }
}
