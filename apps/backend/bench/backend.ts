import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, until } from '../src/testing/process.ts';

const dist = join(import.meta.dirname, '../dist');
/** The secret by which the measured backend signs its cookies. */
export const authSecret = 'a secret of the measurement, 40 characters';
const pages = 'http://localhost:3000';

/** The built backend, as a process of its own. */
export interface Backend {
  url: string;
  /** Processor seconds it used so far, user and system. */
  cpuSeconds(): number;
  /** Resident memory in bytes. */
  memory(): number;
  stop(): Promise<void>;
}

const ticksPerSecond = 100;

function cpuSeconds(pid: number): number {
  // The name, which may hold anything, ends with the last bracket.
  // @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

function memory(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

/** How the image tells Node to use memory. */
function memorySettings(): Record<string, string> {
  const dockerfile = readFileSync(join(import.meta.dirname, '../Dockerfile'), 'utf8');
  const settings = dockerfile.matchAll(/\b(NODE_OPTIONS|MALLOC_ARENA_MAX)=(\S+)/g);
  return Object.fromEntries([...settings].map(([, name, value]) => [name, value]));
}

/** Starts the process, on one core where that can be asked for. */
function launch(env: Record<string, string>, core: number): ChildProcess {
  const { PATH = '' } = process.env;
  const options: SpawnOptions = {
    cwd: dist,
    env: { PATH, ...memorySettings(), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  };
  const node = process.execPath;
  return process.platform === 'linux'
    ? spawn('taskset', ['--cpu-list', String(core), node, 'main.js'], options)
    : spawn(node, ['main.js'], options);
}

/** Starts the built backend on a database and a core, with `more` in its environment; waits until it is ready. */
export async function startBackend(
  databaseUrl: string,
  more: Record<string, string> = {},
  core = 0,
): Promise<Backend> {
  const port = await freePort();
  const env = {
    PORT: String(port),
    MCP_SERVER_PORT: '0',
    HOST: '127.0.0.1',
    ENVIRONMENT: 'bench',
    DATABASE_URL: databaseUrl,
    BETTER_AUTH_SECRET: authSecret,
    FRONTEND_URL: pages,
    DRAIN_SECONDS: '0',
    NODE_ENV: 'production',
    ...more,
  };
  const child = launch(env, core);
  const { pid } = child;
  if (pid === undefined) throw new Error('The backend did not start: is taskset installed?');
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  await until('the backend is ready', async () => (await fetch(`${url}/ready`)).ok);
  return {
    url,
    cpuSeconds: () => cpuSeconds(pid),
    memory: () => memory(pid),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
