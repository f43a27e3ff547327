import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { livesHere, thisProcess, type ProcessIdentity } from './process-identity.ts';
import type { Note } from './report.ts';

/** The lock is a file, so it keeps processes of one machine apart. */
export interface LockOptions {
  /** Told once when somebody else holds the lock. */
  note?: Note;
  /** Milliseconds between two looks at a lock that is held. */
  interval?: number;
}

/**
 * Runs `work` while no other process holds the lock at `path`, waiting for one
 * that does. A lock whose owner has died is taken over. Not re-entrant.
 */
export async function withLock<T>(
  path: string,
  work: () => Promise<T>,
  options: LockOptions = {},
): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  const mine = `${path}.${randomUUID()}`;
  // Written aside and linked, so that a lock is never seen half written.
  await writeFile(mine, JSON.stringify(await thisProcess()));
  try {
    await acquire(path, mine, options);
    try {
      return await work();
    } finally {
      await rm(path, { force: true });
    }
  } finally {
    await rm(mine, { force: true });
  }
}

async function acquire(path: string, mine: string, options: LockOptions): Promise<void> {
  let told: number | undefined;
  while (!(await tryLink(mine, path))) {
    const holder = await readOwner(path);
    if (holder && (await livesHere(holder))) {
      if (told !== holder.pid) {
        options.note?.(`waiting for process ${holder.pid}, which holds the lock`);
      }
      told = holder.pid;
      await pause(options.interval ?? 100);
    } else {
      await removeStale(path);
    }
  }
}

/** Only one process at a time may judge and remove, else a fresh lock could be taken for the stale one. */
async function removeStale(path: string): Promise<void> {
  const judge = `${path}.judge`;
  try {
    await mkdir(judge);
  } catch {
    const age = await stat(judge).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > 5_000) await rmdir(judge).catch(() => undefined);
    await pause(10);
    return;
  }
  try {
    const holder = await readOwner(path);
    if (!holder || !(await livesHere(holder))) await rm(path, { force: true });
  } finally {
    await rmdir(judge);
  }
}

async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function readOwner(path: string): Promise<ProcessIdentity | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}
