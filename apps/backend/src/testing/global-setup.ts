import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../infra/database/embedded/server.ts';
import { migrateDatabase } from '../infra/database/migrations.ts';
import { onServer, testSecrets, urlOf } from './database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string;
  }
}

const template = 'app_template';
// A crash of the machine may eat this database.
const carefree = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** One PostgreSQL for the run, with a migrated template that test files copy. */
export default async function setup(project: TestProject) {
  const dataDir = await mkdtemp(join(tmpdir(), 'todo-backend-test-'));
  const server = await startEmbedded({ dataDir, settings: carefree });
  await onServer(server.url, `create database ${template}`);
  await migrateDatabase({ url: urlOf(server.url, template), authSecrets: testSecrets });
  project.provide('postgres', server.url);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
