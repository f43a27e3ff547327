import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { administrativePath, findProgram } from '../programs.ts';
import { ping, startDockerd, stopDockerd, type EngineLayout } from './dockerd.ts';
import { livingProcess, removeStaleFiles } from './stale.ts';

const program = findProgram('dockerd', administrativePath());
const isRoot = process.getuid?.() === 0;
let dir: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'dockerd-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/**
 * dockerd in a network namespace of its own: without a bridge it removes `docker0`,
 * and that one belongs to the machine's engine.
 */
function isolatedDockerd(): string {
  const script = join(dir, 'dockerd');
  writeFileSync(script, `#!/bin/sh\nexec unshare --net -- ${program} "$@"\n`, { mode: 0o755 });
  return script;
}

/** An engine beside the machine's own: nothing of it is shared, and it has no network. */
function layout(name: string): EngineLayout {
  const root = join(dir, name);
  mkdirSync(root);
  const socket = join(root, 'docker.sock');
  const pidFile = join(root, 'docker.pid');
  const execRoot = join(root, 'exec');
  const options = [
    ...['--data-root', join(root, 'data'), '--exec-root', execRoot, '--pidfile', pidFile],
    ...['--host', `unix://${socket}`, '--bridge', 'none', '--iptables=false', '--ip6tables=false'],
  ];
  return { socket, pidFile, execRoot, containerdSocket: join(root, 'none.sock'), options };
}

test('a pid file names a living process only while that is the program', () => {
  const file = join(dir, 'some.pid');
  writeFileSync(file, String(process.pid));
  expect(livingProcess(file, 'dockerd')).toBeUndefined();
  expect(livingProcess(file, readFileSync(`/proc/${process.pid}/comm`, 'utf8').trim())).toBe(
    process.pid,
  );
  writeFileSync(file, '');
  expect(livingProcess(file, 'dockerd')).toBeUndefined();
});

test('files of processes that are gone are removed, those of living ones kept', async () => {
  const sleeper = spawn('sleep', ['60']);
  const files = {
    pidFile: join(dir, 'stale.pid'),
    containerdPidFile: join(dir, 'absent.pid'),
    containerdSocket: join(dir, 'dead.sock'),
  };
  writeFileSync(files.pidFile, String(sleeper.pid));
  writeFileSync(files.containerdSocket, '');
  expect(await removeStaleFiles(files)).toEqual([files.pidFile, files.containerdSocket]);
  sleeper.kill();
});

test('a program that ends at once is reported with its last words', async () => {
  const log = join(dir, 'broken.log');
  const started = startDockerd({
    program: '/bin/ls',
    layout: { ...layout('broken'), options: ['/no-such-folder'] },
    log,
  });
  await expect(started).rejects.toMatchObject({ tail: expect.stringContaining('no-such-folder') });
});

/** A killed engine leaves its data folder mounted on itself, and the next one mounts it once more. */
function unmount(folder: string): void {
  while (spawnSync('umount', ['--lazy', folder]).status === 0);
}

const started: EngineLayout[] = [];
afterEach(async () => {
  for (const one of started.splice(0)) {
    await stopDockerd(one);
    unmount(join(one.execRoot, '../data'));
  }
});

test.runIf(program && isRoot)(
  'an engine is started, killed, and started again',
  { timeout: 120_000 },
  async () => {
    const own = layout('own');
    const options = { program: isolatedDockerd(), layout: own, log: join(dir, 'own.log') };
    started.push(own);
    expect(await ping(own.socket)).toBe(false);
    await startDockerd(options);
    const first = livingProcess(own.pidFile, 'dockerd');
    expect(first).toBeGreaterThan(0);

    await startDockerd(options);
    expect(livingProcess(own.pidFile, 'dockerd')).toBe(first);

    process.kill(first!, 'SIGKILL');
    await expect.poll(() => ping(own.socket)).toBe(false);
    expect(existsSync(own.pidFile)).toBe(true);
    // As if the number had been given to another process since.
    writeFileSync(own.pidFile, String(process.pid));
    await startDockerd(options);
    expect(livingProcess(own.pidFile, 'dockerd')).not.toBe(first);
    const version = execFileSync('curl', ['-s', '--unix-socket', own.socket, 'http://d/version'], {
      encoding: 'utf8',
    });
    expect(JSON.parse(version)).toHaveProperty('ApiVersion');
  },
);
