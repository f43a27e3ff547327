import { setTimeout as sleep } from 'node:timers/promises';
import { isDatabaseAway } from './infra/database/failures.ts';
import { migrateDatabase } from './infra/database/migrations.ts';

const patience = 120_000;
const retryPause = 1_000;

const say = (line: string) => process.stdout.write(`${line}\n`);

async function migrateWithin(url: string, deadline: number): Promise<string[]> {
  try {
    return await migrateDatabase(url);
  } catch (error) {
    if (!isDatabaseAway(error) || Date.now() > deadline) throw error;
    say('waiting for the database');
    await sleep(retryPause);
    return migrateWithin(url, deadline);
  }
}

const url = process.env['DATABASE_URL'];
if (!url) {
  process.stderr.write('DATABASE_URL is not set. Set it to the database to migrate.\n');
  process.exit(2);
}
try {
  const applied = await migrateWithin(url, Date.now() + patience);
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
