import { execFile } from 'node:child_process';
import {
  chmod,
  chown,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readlink,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onServer } from '../../../testing/database.ts';
import { until } from '../../../testing/process.ts';
import { canReach, installedPrograms, serverUser, sharedHome } from './platform.ts';
import { startEmbedded } from './server.ts';
import type { EmbeddedOptions } from './server.ts';

const root = process.getuid?.() === 0;
// Not root's own run proves this anyway; root's can where another user may read the checkout.
const other = await serverUser();
const readable = await Promise.all(
  [import.meta.dirname, process.execPath].map((path) => canReach(path, other)),
);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'todo-embedded-'));
  // As root the server is another user, who must get past this folder.
  await chmod(folder, 0o711);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

// Killed processes lose nothing by this, only crashed machines do; and the tests are faster.
const start = (options: EmbeddedOptions) => startEmbedded({ ...options, settings: ['fsync=off'] });

const serverPid = async (dataDir: string) =>
  Number((await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0]);

function isGone(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
    return Promise.resolve(false);
  } catch {
    return Promise.resolve(true);
  }
}

describe('the embedded server', () => {
  it('is PostgreSQL 15, and keeps its data from one start to the next', async () => {
    const dataDir = join(folder, 'kept');
    const first = await start({ dataDir });
    const [version] = await onServer(first.url, 'show server_version');
    expect(version).toEqual({ server_version: expect.stringMatching(/^15\./) });
    await onServer(first.url, 'create table kept as select 42 as answer');
    const pid = await serverPid(dataDir);
    await first.stop();
    await until('the server is gone', () => isGone(pid));

    const second = await start({ dataDir });
    expect(await onServer(second.url, 'select * from kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  it('runs in a data directory that was closed to its user', async () => {
    const dataDir = await mkdtemp(join(folder, 'private-'));
    const server = await start({ dataDir });
    expect((await lstat(join(dataDir, 'postgres'))).isDirectory()).toBe(true);
    await server.stop();
  });

  it('takes no connection without its password', async () => {
    const server = await start({ dataDir: join(folder, 'closed') });
    const stranger = Object.assign(new URL(server.url), { password: 'guess' }).href;
    await expect(onServer(stranger, 'select 1')).rejects.toThrow(/password authentication failed/);
    await server.stop();
  });

  it('that a killed process left running is found, used and stopped', async () => {
    const dataDir = join(folder, 'orphan');
    const killed = await start({ dataDir });
    // Process ids end at 2^22: this owner is gone for certain.
    await writeFile(join(dataDir, 'postgres/owner'), '4194304');

    const found = await start({ dataDir });
    expect(found.url).toBe(killed.url);
    const pid = await serverPid(dataDir);
    await found.stop();
    await until('the server is gone', () => isGone(pid));
  });

  it('of another live process of the app is used, and left to that one to stop', async () => {
    const dataDir = join(folder, 'shared');
    const owner = await start({ dataDir });
    await writeFile(join(dataDir, 'postgres/owner'), String(process.ppid));
    const guest = await start({ dataDir });
    await guest.stop();
    expect(await onServer(owner.url, 'select 1 as up')).toEqual([{ up: 1 }]);
    await owner.stop();
  });

  it('comes back after it was killed itself, with what was committed', async () => {
    const dataDir = join(folder, 'killed');
    const server = await start({ dataDir });
    await onServer(server.url, 'create table kept as select 42 as answer');
    const pid = await serverPid(dataDir);
    process.kill(pid, 'SIGKILL');
    await until('the server is gone', () => isGone(pid));

    const again = await start({ dataDir });
    expect(await onServer(again.url, 'select * from kept')).toEqual([{ answer: 42 }]);
    await again.stop();
  });

  it('is started once by two that start it at once', async () => {
    const dataDir = join(folder, 'race');
    await (await start({ dataDir })).stop();
    const both = await Promise.all([start({ dataDir }), start({ dataDir })]);
    expect(both[0].url).toBe(both[1].url);
    await both[0].stop();
  });

  it.runIf(root)('works for root in a checkout below a closed home folder', async () => {
    const home = join(folder, 'home-of-root');
    const programs = join(home, 'node_modules/postgres/native');
    await mkdir(dirname(programs), { recursive: true, mode: 0o700 });
    await chmod(home, 0o700);
    await cp(installedPrograms(), programs, { recursive: true, verbatimSymlinks: true });
    const version = `0.0.0-test-${process.pid}`;
    await writeFile(join(programs, '../package.json'), JSON.stringify({ version }));

    const dataDir = join(home, '.data');
    const server = await start({ dataDir, programs });
    expect(await onServer(server.url, 'select 1 as up')).toEqual([{ up: 1 }]);
    await server.stop();

    const data = await readlink(join(dataDir, 'postgres'));
    expect(dirname(data)).toBe(sharedHome);
    await rm(data, { recursive: true });
    await rm(join(sharedHome, `postgres-programs-${version}`), { recursive: true });
  });

  it.runIf(other && !readable.includes(false))('works for a user without rights', async () => {
    const { uid, gid } = other!;
    const dataDir = await mkdtemp(join(folder, 'of-another-'));
    await chown(dataDir, uid, gid);
    const program = `
      import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'server.ts'))};
      const server = await startEmbedded({ dataDir: '.', settings: ['fsync=off'] });
      process.stdout.write(String(process.getuid()));
      await server.stop();`;
    const options = { uid, gid, cwd: dataDir, env: { PATH: '/usr/bin:/bin' } };
    const args = ['--input-type=module', '--eval', program];
    const { stdout } = await promisify(execFile)(process.execPath, args, options);
    expect(stdout).toBe(String(uid));
    expect((await stat(join(dataDir, 'postgres/data/PG_VERSION'))).uid).toBe(uid);
  });
});
