import { setTimeout as pause } from 'node:timers/promises';
import { ask } from './client.ts';

/** What a load met while something was done to the cluster. */
export interface Load {
  requests: number;
  /** Each failed request: when it was asked (milliseconds from the beginning), what, and the answer. */
  failures: string[];
  /** How long the work took, in milliseconds. */
  duration: number;
}

const workers = 4;
/** Milliseconds between two requests of a worker: steady, and small beside what the pods can do. */
const rest = 50;
const limit = 20_000;

/**
 * Asks for the page and for somebody's tasks, over and over and over new
 * connections, from before `work` begins until after it has ended.
 */
export async function underLoad(cookie: string, work: () => Promise<unknown>): Promise<Load> {
  const load: Load = { requests: 0, failures: [], duration: 0 };
  const began = performance.now();
  let isDone = false;
  const worker = async () => {
    while (!isDone && load.requests < limit) {
      for (const path of ['/', '/api/v1/tasks']) {
        load.requests += 1;
        const asked = Math.round(performance.now() - began);
        const answer = await answerOf(path, cookie);
        if (answer !== 'ok') load.failures.push(`${asked} ms: ${path} ${answer}`);
      }
      await pause(rest);
    }
  };
  const all = Array.from({ length: workers }, worker);
  try {
    await work();
  } finally {
    load.duration = Math.round(performance.now() - began);
    isDone = true;
    await Promise.all(all);
  }
  return load;
}

async function answerOf(path: string, cookie: string): Promise<string> {
  try {
    const answer = await ask(path, { cookie, signal: AbortSignal.timeout(15_000) });
    await answer.arrayBuffer();
    return answer.status === 200 ? 'ok' : `says ${answer.status}`;
  } catch (error) {
    const { message, cause } = error as Error;
    return `fails: ${cause instanceof Error ? cause.message : message}`;
  }
}
