import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { addressOf, backend, frontend } from '../servers.ts';

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

type Server = Omit<ReturnType<typeof backend>, 'env'> & { env: Record<string, string> };

async function start({ name, command, cwd, url, env }: Server) {
  const [, script = ''] = command.split(' ');
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [script], { cwd, env: { PATH, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const ended = once(child, 'close');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  const answers = async () => {
    if (child.exitCode !== null) throw new Error(`The ${name} ended:\n${output}`);
    return fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
  };
  await expect.poll(answers, { message: `the ${name} is there`, timeout: 60_000 }).toBe(true);
  return stop;
}

/** Where the embedded database of a data directory is, as it wrote it down itself. */
async function databaseOf(dataDir: string): Promise<string> {
  const password = await readFile(join(dataDir, 'postgres-password'), 'utf8');
  const written = await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8');
  return `postgres://todo:${password.trim()}@127.0.0.1:${written.split('\n')[3]}/todo`;
}

/** A backend and a frontend from their builds. */
export interface Pair {
  address: string;
  databaseUrl: string;
  stop(): Promise<void>;
}

/** Starts a pair of servers on ports and data of their own. */
export async function startPair(more: Record<string, string>): Promise<Pair> {
  const dataDir = await mkdtemp(join(tmpdir(), 'todo-chatbot-e2e-'));
  const place = { frontendPort: await freePort(), backendPort: await freePort(), dataDir };
  const server = backend(place);
  const stops = await Promise.all([
    start({ ...server, env: { ...server.env, ...more } }),
    start(frontend(place)),
  ]);
  return {
    address: addressOf(place),
    databaseUrl: await databaseOf(dataDir),
    stop: async () => {
      await Promise.all(stops.map((stop) => stop()));
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
