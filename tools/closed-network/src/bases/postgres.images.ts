import { mkdtemp, rm, writeFile, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docker } from '@todo-chatbot/rollout';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ensureImage } from '../image.ts';
import { postgresRecipe } from './postgres.ts';

const name = `postgres-test-${process.pid}`;
let image: string;
let folder: string;

beforeAll(async () => {
  image = await ensureImage(postgresRecipe());
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postgres-'));
  await writeFile(join(folder, 'password'), 'pa"ss $word\n');
  await chmod(folder, 0o755);
});

afterEach(async () => {
  await docker(['rm', '--force', '--volumes', name], { mayFail: true });
  await docker(['volume', 'rm', name], { mayFail: true });
  await rm(folder, { recursive: true });
});

async function start(...options: string[]): Promise<void> {
  const writable = ['--tmpfs=/var/run/postgresql:mode=1777', '--tmpfs=/tmp'];
  const place = ['--network=none', '--read-only', ...writable, `--volume=${name}:/data`];
  const settings = ['POSTGRES_USER=todo', 'POSTGRES_DB=todo-list', 'PGDATA=/data/pgdata'];
  const secret = [
    `--volume=${folder}/password:/run/password:ro`,
    '--env=POSTGRES_PASSWORD_FILE=/run/password',
  ];
  const env = settings.map((setting) => `--env=${setting}`);
  await docker([
    'run',
    '--detach',
    `--name=${name}`,
    ...place,
    ...env,
    ...secret,
    ...options,
    image,
  ]);
}

async function query(sql: string, host = '/var/run/postgresql'): Promise<string> {
  const env = ['--env', 'PGPASSWORD=pa"ss $word'];
  const psql = ['psql', '-h', host, '-U', 'todo', '-d', 'todo-list', '-tAc', sql];
  return (await docker(['exec', ...env, name, ...psql])).stdout.trim();
}

async function isReady(): Promise<void> {
  await vi.waitFor(() => docker(['exec', name, 'pg_isready', '-h', '127.0.0.1', '-U', 'todo']), {
    timeout: 30_000,
    interval: 200,
  });
}

/** A fresh volume is root's; in a cluster the storage provisioner or fsGroup opens it. */
async function openVolume(): Promise<void> {
  const volume = [`--volume=${name}:/data`, '--user=0', '--entrypoint=chmod'];
  await docker(['run', '--rm', '--network=none', ...volume, image, '0777', '/data']);
}

test('a user, a database and a password from a file, on a read-only root', async () => {
  await openVolume();
  await start();
  await isReady();
  expect(await query('show server_version')).toMatch(/^15\./);
  expect(await query('show password_encryption', '127.0.0.1')).toBe('scram-sha-256');
});

test('a wrong password is refused', async () => {
  await openVolume();
  await start();
  await isReady();
  const psql = ['psql', '-h', '127.0.0.1', '-U', 'todo', '-d', 'todo-list', '-c', 'select 1'];
  const attempt = docker(['exec', '--env', 'PGPASSWORD=wrong', name, ...psql]);
  await expect(attempt).rejects.toMatchObject({ tail: expect.stringContaining('authentication') });
});

test('it stops at once although a client is connected, and keeps what was saved', async () => {
  await openVolume();
  await start();
  await isReady();
  await query('create table kept (n int); insert into kept values (42)');
  await docker([
    'exec',
    '--detach',
    name,
    'psql',
    '-U',
    'todo',
    '-d',
    'todo-list',
    '-c',
    'select pg_sleep(60)',
  ]);
  const before = performance.now();
  await docker(['stop', '--time', '20', name]);
  expect(performance.now() - before).toBeLessThan(5_000);
  await docker(['start', name]);
  await isReady();
  expect(await query('select n from kept')).toBe('42');
});

test('a uid that nobody has named runs it', async () => {
  await openVolume();
  await start('--user=4711:4711');
  await isReady();
  expect(await query('select 1')).toBe('1');
});

test('a first start that was killed half-way is done again from the beginning', async () => {
  await openVolume();
  const leave = 'mkdir -m 0700 -p /data/pgdata/.fresh/base; touch /data/pgdata/.fresh/PG_VERSION';
  const volume = [`--volume=${name}:/data`, '--entrypoint=sh'];
  await docker(['run', '--rm', '--network=none', ...volume, image, '-c', leave]);
  await start();
  await isReady();
  expect(await query('select 1')).toBe('1');
});

test('a new database without a password is refused with the name of the variable', async () => {
  await openVolume();
  const volume = [`--volume=${name}:/data`, '--env=PGDATA=/data/pgdata'];
  const attempt = docker(['run', '--rm', '--network=none', ...volume, image]);
  await expect(attempt).rejects.toMatchObject({
    tail: expect.stringContaining('POSTGRES_PASSWORD'),
  });
});
