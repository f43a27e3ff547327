import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A backend that does what a test tells it to, and puts an id on its answers. */
export async function fakeBackend(listener: RequestListener) {
  const server = createServer((req, res) =>
    listener(req, res.setHeader('x-request-id', 'id-of-a-request')),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close().closeAllConnections(),
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    const up = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (up) return;
    await new Promise((soon) => setTimeout(soon, 20));
  }
  throw new Error(`The server ended with ${server.exitCode}.`);
}

/** The assembled build, running in a folder of its own that has nothing of the workspace. */
export async function startStandalone(env: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'todo-frontend-'));
  cpSync(join(import.meta.dirname, '../dist'), folder, { recursive: true });
  const port = await freePort();
  const server = spawn(process.execPath, ['server.js'], {
    cwd: join(folder, 'apps/frontend'),
    env: { NODE_ENV: 'production', PORT: String(port), HOSTNAME: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => (log += text));
  const ended = once(server, 'exit') as Promise<[number | null, string | null]>;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    ready: () => answers(url, server),
    ended,
    log: () => log,
    terminate: () => server.kill('SIGTERM'),
    remove: async () => {
      if (server.exitCode === null) server.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
