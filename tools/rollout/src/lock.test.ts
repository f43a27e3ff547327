import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withLock } from './lock.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  path = join(folder, 'deep/deploy.lock');
});

afterEach(() => rmSync(folder, { recursive: true }));

test('two who want the lock work one after the other, and the second one is told', async () => {
  const events: string[] = [];
  const note = vi.fn<(text: string) => void>();
  let release = () => {};
  const first = withLock(path, async () => {
    events.push('first begins');
    await new Promise<void>((resolve) => (release = resolve));
    events.push('first ends');
  });
  await vi.waitUntil(() => events.length === 1);
  const second = withLock(path, async () => void events.push('second'), { note, interval: 5 });
  await vi.waitUntil(() => note.mock.calls.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 50)); // some more looks at the lock
  expect(events).toEqual(['first begins']);
  release();
  await Promise.all([first, second]);
  expect(events).toEqual(['first begins', 'first ends', 'second']);
  expect(note.mock.calls).toEqual([[expect.stringContaining(`process ${process.pid}`)]]);
});

test('many at once never overlap', async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, (inside += 1));
    await new Promise((resolve) => setImmediate(resolve));
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 8 }, () => withLock(path, work, { interval: 1 })));
  expect(most).toBe(1);
});

test('work that fails gives the lock back', async () => {
  await expect(withLock(path, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(existsSync(path)).toBe(false);
});

test('the lock of a process that has ended is taken over', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  await withLock(path, async () => undefined);
  writeFileSync(path, JSON.stringify({ pid, began: 'then' }));
  expect(await withLock(path, async () => 'done')).toBe('done');
});

test.runIf(process.platform === 'linux')(
  'a number that another process has now does not keep the lock',
  async () => {
    await withLock(path, async () => undefined);
    writeFileSync(path, JSON.stringify({ pid: process.ppid, began: 'an earlier boot/1' }));
    expect(await withLock(path, async () => 'done')).toBe('done');
  },
);

test('while it is held, the lock names its owner', async () => {
  await withLock(path, async () => {
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid });
  });
});
