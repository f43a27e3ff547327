import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbedded } from '../src/infra/database/embedded/server.ts';
import type { EmbeddedServer } from '../src/infra/database/embedded/server.ts';
import { migrateDatabase, migrationsFolder } from '../src/infra/database/migrations.ts';
import { onServer, urlOf } from '../src/testing/database.ts';
import { authSecret } from './backend.ts';
import { seed } from './seed.ts';

const dataDir = join(import.meta.dirname, '../../../.data/bench');
const settings = ['shared_buffers=256MB', 'max_wal_size=2GB', 'max_connections=80'];

/** Names the seeded database after what made it: the migrations and the seed. */
function templateName(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(migrationsFolder()).toSorted()) {
    if (file.endsWith('.sql')) hash.update(readFileSync(join(migrationsFolder(), file)));
  }
  hash.update(readFileSync(join(import.meta.dirname, 'seed.ts')));
  return `seeded_${hash.digest('hex').slice(0, 12)}`;
}

async function dropOthers(url: string, kept: string): Promise<void> {
  const listed = `select datname from pg_database where datname ~ '^(seeded|run|draft)_'`;
  for (const { datname } of (await onServer(url, listed)) as { datname: string }[]) {
    if (datname !== kept) await onServer(url, `drop database "${datname}" with (force)`);
  }
}

async function makeTemplate(url: string, name: string, told: (text: string) => void) {
  const draft = `draft_${process.pid}`;
  await onServer(url, `create database ${draft}`);
  await migrateDatabase({ url: urlOf(url, draft), authSecrets: [authSecret] });
  const client = new Client({ connectionString: urlOf(url, draft) });
  await client.connect();
  try {
    await seed(client, told);
  } finally {
    await client.end();
  }
  // Renamed when whole, so that a seeding cut short is not taken for one.
  await onServer(url, `alter database ${draft} rename to ${name}`);
}

/** A seeded database on a PostgreSQL of its own. */
export interface BenchDatabase {
  url: string;
  close(): Promise<void>;
}

async function copyOfTemplate(server: EmbeddedServer, told: (text: string) => void) {
  const template = templateName();
  await dropOthers(server.url, template);
  const there = `select 1 from pg_database where datname = '${template}'`;
  if ((await onServer(server.url, there)).length === 0) {
    await makeTemplate(server.url, template, told);
  }
  const run = `run_${process.pid}`;
  await onServer(server.url, `create database ${run} template ${template} strategy file_copy`);
  return run;
}

/** Opens a fresh copy of the seeded database, which is made once per schema and kept. */
export async function openDatabase(told: (text: string) => void): Promise<BenchDatabase> {
  const server = await startEmbedded({ dataDir, settings });
  try {
    const run = await copyOfTemplate(server, told);
    return {
      url: urlOf(server.url, run),
      close: async () => {
        await onServer(server.url, `drop database ${run} with (force)`);
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
