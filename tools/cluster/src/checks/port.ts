import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { docker, Failure } from '@todo-chatbot/rollout';

/** A port that is needed, and the setting that gives another one. */
export interface WantedPort {
  port: number;
  setting: string;
  /** Containers whose names begin so are ours: what is left of an interrupted start is not in the way. */
  own: string;
}

/**
 * Makes sure that nobody else listens on a port that the cluster will publish.
 *
 * @throws {Failure} naming the process or container that does, where it can be found.
 */
export async function requireFreePort({ port, setting, own }: WantedPort): Promise<void> {
  const problem = await tryListen(port);
  if (!problem) return;
  if (problem === 'EACCES') {
    throw new Failure({
      what: `This user may not open port ${port}.`,
      cure: `take one above 1023: ${setting}=${port + 8_000} npm start`,
    });
  }
  const owner = findListener(port);
  const containers = owner?.name === 'docker-proxy' ? await publishing(port) : [];
  if (containers.length > 0 && containers.every((name) => name.startsWith(`${own}-`))) return;
  throw new Failure({
    what: `Port ${port} is taken${describe(owner, containers)}.`,
    cure: `end it, or take another port: ${setting}=${port + 1} npm start`,
  });
}

function describe(owner: Listener | undefined, containers: readonly string[]): string {
  if (containers.length > 0) return ` by the container ${containers.join(', ')}`;
  return owner ? ` by ${owner.name} (process ${owner.pid})` : '';
}

async function publishing(port: number): Promise<string[]> {
  const args = ['ps', '--filter', `publish=${port}`, '--format', '{{.Names}}'];
  const { stdout } = await docker(args, { mayFail: true });
  return stdout.split('\n').filter(Boolean);
}

/** Tries both loopback and every address: a listener on either is in the way. */
async function tryListen(port: number): Promise<string | undefined> {
  for (const host of ['127.0.0.1', '0.0.0.0']) {
    const problem = await new Promise<string | undefined>((resolve) => {
      const server = createServer();
      server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
      server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
    });
    if (problem) return problem;
  }
  return undefined;
}

interface Listener {
  pid: number;
  name: string;
}

/** The process that listens on a TCP port, as far as this user may see it (Linux). */
export function findListener(port: number): Listener | undefined {
  try {
    const sockets = listeningSockets(port);
    if (sockets.size === 0) return undefined;
    const pid = readdirSync('/proc').find(
      (entry) => /^\d+$/.test(entry) && holdsOne(entry, sockets),
    );
    if (!pid) return undefined;
    return { pid: Number(pid), name: readFileSync(`/proc/${pid}/comm`, 'utf8').trim() };
  } catch {
    return undefined;
  }
}

function listeningSockets(port: number): Set<string> {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const lines = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => {
    try {
      return readFileSync(file, 'utf8').split('\n');
    } catch {
      return [];
    }
  });
  const fields = lines.map((line) => line.trim().split(/\s+/));
  // Column 1 is the local address, 3 the state (0A: listening), 9 the inode.
  const listening = fields.filter(
    ([, local, , state]) => local?.endsWith(suffix) && state === '0A',
  );
  return new Set(listening.map((columns) => `socket:[${columns[9]}]`));
}

function holdsOne(pid: string, sockets: Set<string>): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => {
      try {
        return sockets.has(readlinkSync(`/proc/${pid}/fd/${fd}`));
      } catch {
        return false;
      }
    });
  } catch {
    return false;
  }
}
