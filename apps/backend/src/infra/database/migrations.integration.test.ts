import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, inject, it } from 'vitest';
import { createTestDatabase, onServer, testSecrets } from '../../testing/database.ts';
import { startEntry } from '../../testing/process.ts';
import { knownMigrations, migrateDatabase, migrationsFolder } from './migrations.ts';

const [BETTER_AUTH_SECRET] = testSecrets;

it('two processes that migrate at once apply every migration once', async () => {
  const DATABASE_URL = await createTestDatabase(inject('postgres'), 'empty');
  const processes = [1, 2, 3].map(() =>
    startEntry('migrate.ts', { DATABASE_URL, BETTER_AUTH_SECRET }),
  );
  const codes = await Promise.all(processes.map(({ ended }) => ended));
  expect(codes).toEqual([0, 0, 0]);

  const known = await knownMigrations();
  const told = processes.map(({ output }) => output()).join('');
  for (const { tag } of known) expect(told.split(`applied ${tag}`)).toHaveLength(2);
  expect(told.split('nothing to apply')).toHaveLength(3);
  const applied = await onServer(DATABASE_URL, 'select 1 from drizzle.__drizzle_migrations');
  expect(applied).toHaveLength(known.length);
});

it('a process that waits for the lock of another goes on when that one is gone', async () => {
  const authSecrets = testSecrets;
  const url = await createTestDatabase(inject('postgres'), 'empty');
  const target = { url, authSecrets };
  await expect(
    Promise.all([migrateDatabase(target), migrateDatabase(target)]),
  ).resolves.toContainEqual([]);
});

it('migrations are in order of time, because drizzle skips what is older than the newest', async () => {
  const moments = (await knownMigrations()).map(({ when }) => when);
  expect(moments).toEqual(moments.toSorted((a, b) => a - b));
});

it('the migrations make exactly the schema of the source', async () => {
  const backend = join(import.meta.dirname, '../../..');
  const copy = await mkdtemp(join(tmpdir(), 'todo-migrations-'));
  await cp(migrationsFolder(), copy, { recursive: true });
  const kit = join(backend, '../../node_modules/drizzle-kit/bin.cjs');
  const schema = './src/infra/database/schema/*.ts';
  const args = [kit, 'generate', '--dialect=postgresql', `--schema=${schema}`, `--out=${copy}`];
  await promisify(execFile)(process.execPath, args, { cwd: backend });
  expect(await readdir(copy)).toEqual(await readdir(migrationsFolder()));
  await rm(copy, { recursive: true });
});

it('the job says what is wrong when a migration cannot be applied', async () => {
  const DATABASE_URL = await createTestDatabase(inject('postgres'), 'empty');
  await onServer(DATABASE_URL, 'create table tasks (mine int)');
  const job = startEntry('migrate.ts', { DATABASE_URL, BETTER_AUTH_SECRET });
  expect(await job.ended).toBe(1);
  expect(job.output()).toContain('relation "tasks" already exists');
  expect(job.output()).not.toContain(new URL(DATABASE_URL).password);
  const left = `select 1 from pg_tables where schemaname = 'public' and tablename = 'users'`;
  expect(await onServer(DATABASE_URL, left)).toEqual([]);
});
