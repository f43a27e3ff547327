import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { keptSecret } from '../../../config/kept-secret.ts';
import { canReach, exists, sharedHome } from './platform.ts';
import type { ServerUser } from './platform.ts';

/** One PostgreSQL data directory and what belongs to it. */
export interface Cluster {
  folder: string;
  log: string;
  /** Names the process that stops the server when it ends. */
  ownerFile: string;
  password: string;
  user: ServerUser;
}

const closed = 0o700;
const secret = { mode: 0o600 };

/**
 * The folder that holds data and log. Below a closed home of root the server could not reach it,
 * so it then lives in root's shared place, and the data directory holds a link to it.
 */
async function serverHome(dataDir: string, user: ServerUser): Promise<string> {
  const home = join(dataDir, 'postgres');
  const inPlace = await lstat(home).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (inPlace || (await canReach(dataDir, user))) {
    await mkdir(home, { recursive: true });
    return home;
  }
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const away = join(sharedHome, `postgres-data-${name}`);
  await mkdir(away, { recursive: true });
  if (!(await exists(home))) await symlink(away, home);
  return away;
}

async function ownerOf(folder: string, otherwise: ServerUser): Promise<ServerUser> {
  if (!otherwise || !(await exists(folder))) return otherwise;
  const { uid, gid } = await stat(folder);
  return uid === 0 ? otherwise : { uid, gid };
}

/** Opens the data directory itself to the server's user: it may pass, not look around. */
async function letThrough(dataDir: string, user: ServerUser): Promise<void> {
  if ((await canReach(dataDir, user)) || !(await canReach(dirname(dataDir), user))) return;
  const { mode } = await stat(dataDir);
  await chmod(dataDir, mode | 0o011);
}

/** Finds the cluster of a data directory; data made by one user goes on being served by that user. */
export async function openCluster(dataDir: string, user: ServerUser): Promise<Cluster> {
  await mkdir(dataDir, { recursive: true });
  await letThrough(dataDir, user);
  const password = await keptSecret(dataDir, 'postgres-password');
  const home = await serverHome(dataDir, user);
  const folder = join(home, 'data');
  return {
    folder,
    log: join(home, 'server.log'),
    ownerFile: join(home, 'owner'),
    password,
    user: await ownerOf(folder, user),
  };
}

/** Makes the data directory unless it is there; `initdb` fills the folder it is given. */
export async function fillCluster(
  { folder, password, user }: Cluster,
  initdb: (draft: string, passwordFile: string) => Promise<unknown>,
): Promise<void> {
  if (await exists(join(folder, 'PG_VERSION'))) return;
  const draft = `${folder}-${process.pid}`;
  const passwordFile = `${draft}-password`;
  const give = async (path: string) => user && chown(path, user.uid, user.gid);
  try {
    await mkdir(draft, { mode: closed });
    await give(draft);
    await writeFile(passwordFile, password, secret);
    await give(passwordFile);
    await initdb(draft, passwordFile);
    // Renamed when whole, so that a start cut short leaves nothing that looks like a database.
    await rename(draft, folder);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

/** Makes the log belong to the server's user; it starts empty, so that it never grows for long. */
export async function emptyLog({ log, user }: Cluster): Promise<void> {
  await mkdir(dirname(log), { recursive: true });
  await writeFile(log, '', secret);
  if (user) await chown(log, user.uid, user.gid);
}
