import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Note } from '@todo-chatbot/rollout';
import { workspaceRoot } from '../nx.ts';
import type { Samples } from './results.ts';

const server = join(workspaceRoot, 'apps/frontend/dist/apps/frontend');
const idleSeconds = 10;
const patienceSeconds = 30;
const repetitions = 3;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

async function untilItAnswers(url: string): Promise<void> {
  const deadline = Date.now() + patienceSeconds * 1_000;
  const answers = () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await answers())) {
    if (Date.now() > deadline) throw new Error(`The frontend never answered at ${url}.`);
    await sleep(50);
  }
}

function residentMegabytes(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

async function onceIdle(): Promise<number> {
  const port = String(await freePort());
  const child = spawn(process.execPath, ['server.js'], {
    cwd: server,
    env: {
      NODE_ENV: 'production',
      PORT: port,
      HOSTNAME: '127.0.0.1',
      // Nobody listens there: an idle frontend asks nothing.
      BACKEND_URL: 'http://127.0.0.1:9',
    },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  try {
    await untilItAnswers(`http://127.0.0.1:${port}/`);
    await sleep(idleSeconds * 1_000);
    return residentMegabytes(child.pid ?? 0);
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

/** The memory of the built frontend that has shown one page and then nothing for a while. */
export async function measureFrontend(note: Note): Promise<Samples> {
  if (process.platform !== 'linux') return {};
  const samples: number[] = [];
  for (let done = 0; done < repetitions; done += 1) {
    note(`memory, ${done + 1} of ${repetitions}`);
    samples.push(await onceIdle());
  }
  return { 'frontend-memory': samples };
}
