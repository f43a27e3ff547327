import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process of the backend, started from its source. */
export interface BackendProcess {
  child: ChildProcess;
  /** What it wrote so far, standard error included. */
  output(): string;
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | string>;
}

/** Starts an entry of the backend in an environment of its own. */
export function startEntry(entry: string, env: Record<string, string>): BackendProcess {
  const source = join(import.meta.dirname, '..', entry);
  const { PATH = '' } = process.env;
  // Any free port for MCP clients: several processes of the tests run at once.
  const own = { PATH, MCP_SERVER_PORT: '0', ...env };
  const child = spawn(process.execPath, [source], { env: own });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  return { child, output: () => output, ended };
}

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

/** Waits until a condition holds, and fails by its name when it never does. */
export async function until(
  what: string,
  condition: () => Promise<boolean>,
  patience = 60_000,
): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await condition().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`It never came to this: ${what}.`);
    await sleep(25);
  }
}

/** Waits until a path of a local server answers with a status. */
export function untilStatus(port: number, path: string, status: number): Promise<void> {
  return until(`${path} answers ${status}`, async () => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    return answer.status === status;
  });
}
