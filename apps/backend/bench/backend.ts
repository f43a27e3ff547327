import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, until } from '../src/testing/process.ts';
import type { MemoryLimit } from './memory-limit.ts';

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
  /** The most that was resident so far, in bytes. */
  peak(): number;
  stop(): Promise<void>;
}

const ticksPerSecond = 100;

function cpuSeconds(pid: number): number {
  // The name, which may hold anything, ends with the last bracket.
  // @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

function memory(pid: number, which: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const [, kilobytes] = new RegExp(`${which}:\\s+(\\d+)`).exec(status) ?? [];
  return Number(kilobytes) * 1024;
}

/** How the image tells Node to use memory. */
function memorySettings(): Record<string, string> {
  const dockerfile = readFileSync(join(import.meta.dirname, '../Dockerfile'), 'utf8');
  const settings = dockerfile.matchAll(/\b(NODE_OPTIONS|MALLOC_ARENA_MAX)=(\S+)/g);
  return Object.fromEntries([...settings].map(([, name, value]) => [name, value]));
}

/** Where a backend runs. */
interface Place {
  /** The one core that it has, where that can be asked for. */
  core?: number;
  limit?: MemoryLimit | undefined;
}

function launch(env: Record<string, string>, { core = 0, limit }: Place): ChildProcess {
  const { PATH = '' } = process.env;
  const options: SpawnOptions = {
    cwd: dist,
    env: { PATH, ...memorySettings(), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  };
  const pinned = process.platform === 'linux' ? ['taskset', '--cpu-list', String(core)] : [];
  const command = [...pinned, process.execPath, 'main.js'];
  const [program = '', ...args] = limit ? limit.within(command) : command;
  return spawn(program, args, options);
}

/** Starts the built backend on a database, with `more` in its environment; waits until it is ready. */
export async function startBackend(
  databaseUrl: string,
  more: Record<string, string> = {},
  place: Place = {},
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
  const child = launch(env, place);
  const { pid } = child;
  if (pid === undefined) throw new Error('The backend did not start: is taskset installed?');
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  await until('the backend is ready', async () => (await fetch(`${url}/ready`)).ok);
  return {
    url,
    cpuSeconds: () => cpuSeconds(pid),
    memory: () => memory(pid, 'VmRSS'),
    peak: () => memory(pid, 'VmHWM'),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      place.limit?.lift();
    },
  };
}
