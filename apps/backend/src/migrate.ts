import { setTimeout as sleep } from 'node:timers/promises';
import { readMigrationEnv } from './config/env.ts';
import { StartupFailure } from './config/startup-failure.ts';
import { isDatabaseAway } from './infra/database/failures.ts';
import { migrateDatabase } from './infra/database/migrations.ts';
import type { MigrationTarget } from './infra/database/migrations.ts';

const patience = 120_000;
const retryPause = 1_000;

const say = (line: string) => process.stdout.write(`${line}\n`);

async function migrateWithin(target: MigrationTarget, deadline: number): Promise<string[]> {
  try {
    return await migrateDatabase(target);
  } catch (error) {
    if (!isDatabaseAway(error) || Date.now() > deadline) throw error;
    say('waiting for the database');
    await sleep(retryPause);
    return migrateWithin(target, deadline);
  }
}

function readTarget(): MigrationTarget {
  try {
    return readMigrationEnv(process.env);
  } catch (error) {
    if (!(error instanceof StartupFailure)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}

const target = readTarget();
try {
  const applied = await migrateWithin(target, Date.now() + patience);
  for (const name of applied) say(`applied ${name}`);
  if (applied.length === 0) say('nothing to apply, the schema is up to date');
} catch (error) {
  // drizzle wraps what PostgreSQL said into an error that repeats the whole statement.
  const { cause } = error as Error;
  const { message, code } = (cause ?? error) as Error & { code?: string };
  const what = isDatabaseAway(error)
    ? `The database did not answer within ${patience / 1000} s. Check DATABASE_URL and that it runs.`
    : `A migration failed and was rolled back: ${message}`;
  process.stderr.write(`${what}${code ? ` (${code})` : ''}\n`);
  process.exitCode = 1;
}
