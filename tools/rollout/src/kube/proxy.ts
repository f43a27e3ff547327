import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Cluster } from '../cluster.ts';
import { Failure } from '../failure.ts';

/** How a cluster's API is reached. */
export type Access = Pick<Cluster, 'kubeconfig' | 'context' | 'tools'>;

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/**
 * The shell reads until its input ends, which happens with this process
 * however that ends, and then takes the proxy and its folder away. It lets its
 * output go, so that the end of that is the proxy's.
 */
const script = '"$@" & exec >/dev/null 2>&1; read -r _; kill -9 $!; wait; rm -rf "$0"';

const proxies = new Map<string, Promise<string>>();
const children = new Set<Child>();

/**
 * The socket of a `kubectl proxy` to the cluster, one a process: it speaks
 * plain HTTP and does whatever the kubeconfig says about who we are. It is
 * started when it is first needed, or has ended, and ends with this process.
 *
 * @throws {Failure} when kubectl cannot be started or does not accept its configuration.
 */
export function proxySocket(access: Access): Promise<string> {
  const key = [access.tools.kubectl, access.kubeconfig, access.context].join('\n');
  const known = proxies.get(key);
  if (known) return known;
  const started = start(access, () => proxies.delete(key));
  proxies.set(key, started);
  return started;
}

/** Ends the proxies of this process, for one that lives on after its last question to a cluster. */
export async function endProxies(): Promise<void> {
  const ends = [...children].map((child) => {
    const closed = once(child, 'close');
    child.ref();
    child.stdin.end();
    return closed;
  });
  await Promise.all(ends);
}

async function start(access: Access, onEnd: () => void): Promise<string> {
  const { kubeconfig, context, tools } = access;
  // Only its owner can look into a folder that mkdtemp makes.
  const folder = await mkdtemp(join(tmpdir(), 'rollout-'));
  const socket = join(folder, 'api');
  const where = ['--kubeconfig', kubeconfig, '--context', context];
  const proxy = [tools.kubectl, 'proxy', `--unix-socket=${socket}`, ...where];
  // In a session of its own: a terminal's Ctrl+C must not take it from work that cleans up.
  const child: Child = spawn('sh', ['-c', script, folder, ...proxy], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  children.add(child);
  child.once('close', () => children.delete(child));
  child.stdout.once('end', () => {
    onEnd();
    child.stdin.end();
  });
  try {
    await untilServing(child);
  } catch (error) {
    onEnd();
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  letGo(child);
  return socket;
}

function untilServing(child: Child): Promise<void> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    const fail = (cause?: Error) => reject(notStarted(said.join(''), cause));
    child.once('error', (cause) => fail(cause));
    child.stderr.on('data', (chunk: Buffer) => void said.push(chunk.toString()));
    // Not before its last words have been read as well.
    child.once('close', () => fail());
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes('Starting to serve')) resolve();
    });
  });
}

/** This process may end while the proxy runs; the proxy then does so too. */
function letGo(child: Child): void {
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) (stream as Socket).unref();
}

function notStarted(said: string, cause?: Error): Failure {
  return new Failure({
    what: 'kubectl proxy, by which the cluster is asked, did not start.',
    cure: 'npm run doctor checks kubectl and the cluster’s kubeconfig',
    tail: said,
    cause,
  });
}
