import { setTimeout as sleep } from 'node:timers/promises';
import { firstWords, manyStreams, waitingModel } from './assistant.ts';
import { startBackend } from './backend.ts';
import type { Backend } from './backend.ts';
import { discretion } from './discretion.ts';
import { load } from './load.ts';
import type { LoadRequest } from './load.ts';
import { toolCalls } from './mcp.ts';
import type { Headers } from './people.ts';
import { remindersByMail } from './reminders.ts';
import { searchWords } from './seed.ts';

/** What is measured of one running system. */
export interface Bench {
  databaseUrl: string;
  people: Headers[];
  repetitions: number;
  told: (text: string) => void;
  /** What else stands in the backend's environment. */
  env?: Record<string, string>;
}

/** The measured values of each figure, one per repetition, by the figure's name. */
export type Samples = Record<string, number[]>;

const seconds = 6;
const idleSeconds = 10;
const megabyte = 1024 * 1024;

type Turn = (backend: Backend) => Promise<Record<string, number>>;

async function repeat(bench: Bench, name: string, turn: Turn) {
  const { databaseUrl, repetitions, told, env } = bench;
  const samples: Samples = {};
  for (let done = 0; done < repetitions; done += 1) {
    const backend = await startBackend(databaseUrl, env);
    try {
      told(`${name}, ${done + 1} of ${repetitions}`);
      for (const [figure, value] of Object.entries(await turn(backend))) {
        (samples[figure] ??= []).push(value);
      }
    } finally {
      await backend.stop();
    }
  }
  return samples;
}

const get = (path: string) => (headers: Headers) => ({ method: 'GET' as const, path, headers });

/** The requests of one of several connections: each goes through its own share of the people. */
function shareOf<P>(people: P[], connections: number, make: (person: P, n: number) => LoadRequest) {
  return (connection: number) =>
    people.filter((_, n) => n % connections === connection).map((person, n) => make(person, n));
}

function listing(bench: Bench): Promise<Samples> {
  const connections = 8;
  const list = get('/api/v1/tasks?limit=50&status=open&sort=manual');
  const requests = shareOf(bench.people, connections, list);
  return repeat(bench, 'list', async (backend) => {
    await load({ url: backend.url, connections, seconds: 2, requests });
    const before = backend.cpuSeconds();
    const result = await load({ url: backend.url, connections, seconds, requests });
    const cpu = backend.cpuSeconds() - before;
    return {
      'list-p50': result.p50,
      'list-p99': result.p99,
      'list-rate': result.perSecond,
      'list-per-core': result.answers / cpu,
      'list-errors': result.errors,
    };
  });
}

function creating(bench: Bench): Promise<Samples> {
  const connections = 32;
  const requests = shareOf(bench.people, connections, (headers, n) => ({
    method: 'POST',
    path: '/api/v1/tasks',
    headers: { ...headers },
    body: JSON.stringify({ title: `Write down number ${n}`, tags: ['bench'], priority: 'low' }),
  }));
  return repeat(bench, 'create', async ({ url }) => {
    await load({ url, connections, seconds: 1, requests });
    const result = await load({ url, connections, seconds, requests });
    return { 'create-rate': result.perSecond, 'create-errors': result.errors };
  });
}

function searching(bench: Bench): Promise<Samples> {
  const connections = 2;
  const requests = shareOf(bench.people, connections, (headers, n) => {
    const one = searchWords[n % searchWords.length] ?? '';
    const two = searchWords[(n * 7 + 3) % searchWords.length] ?? '';
    const query = [one, `${one} ${two}`, `${two.slice(0, 4)} ${n}`][n % 3] ?? one;
    return get(`/api/v1/tasks?limit=50&q=${encodeURIComponent(query)}`)(headers);
  });
  return repeat(bench, 'search', async ({ url }) => {
    await load({ url, connections, seconds: 1, requests });
    const result = await load({ url, connections, seconds, requests });
    return { 'search-p50': result.p50, 'search-p99': result.p99, 'search-errors': result.errors };
  });
}

function starting(bench: Bench): Promise<Samples> {
  return repeat(bench, 'start', async (backend) => ({ 'backend-start': backend.cpuSeconds() }));
}

function idling(bench: Bench): Promise<Samples> {
  return repeat(bench, 'memory', async (backend) => {
    await sleep(idleSeconds * 1_000);
    return { 'backend-memory': backend.memory() / megabyte };
  });
}

function keepingQuiet(bench: Bench): Promise<Samples> {
  return repeat(bench, 'discretion', ({ url }) => discretion(url));
}

function answering(bench: Bench): Promise<Samples> {
  return repeat(bench, 'assistant', (backend) => firstWords(backend, bench.people));
}

function calling(bench: Bench): Promise<Samples> {
  return repeat(bench, 'mcp', (backend) => toolCalls(backend, bench.people, seconds));
}

async function streaming(bench: Bench): Promise<Samples> {
  const { env, close } = await waitingModel();
  try {
    return await repeat({ ...bench, env }, 'streams', (backend) =>
      manyStreams(backend, bench.people),
    );
  } finally {
    await close();
  }
}

async function reminding({ databaseUrl, told }: Bench): Promise<Samples> {
  // Once: the pace of a minute is not made of moments.
  told('reminders');
  const figures = await remindersByMail(databaseUrl, told);
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, [value]]));
}

/** Everything that can be measured here, by the word to ask for it with. */
export const measurements: Record<string, (bench: Bench) => Promise<Samples>> = {
  list: listing,
  create: creating,
  search: searching,
  start: starting,
  memory: idling,
  discretion: keepingQuiet,
  assistant: answering,
  mcp: calling,
  streams: streaming,
  reminders: reminding,
};
