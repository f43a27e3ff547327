import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { liveEvent } from '@todo-chatbot/shared';
import { Client } from 'pg';
import { z } from 'zod';
import type { Change } from '../../modules/events/event-hub.ts';

/** The channel on which the triggers of the migrations tell of changes. */
const channel = 'todo_changes';

const notification = z.object({ owner: z.uuid(), event: liveEvent });

const firstPause = 100;
const longestPause = 5_000;
// A connection that died without a word is noticed by a question that gets no answer.
const questionEvery = 30_000;
const patience = 10_000;

export interface ChangeListenerOptions {
  url: string;
  onChange(change: Change): void;
  /** From here on every change is told; those before may have been missed. */
  onGap(): void;
  onLost(error: unknown): void;
}

/** Hears what any process changed in the database. */
export interface ChangeListener {
  /** Begins to listen, and goes on through every loss of the connection. */
  start(): void;
  stop(): Promise<void>;
}

function parse(payload: string | undefined): Change | undefined {
  try {
    const { owner, event } = notification.parse(JSON.parse(payload ?? ''));
    return { ownerId: owner, event };
  } catch {
    // The next version's notification, during a rollout.
    return undefined;
  }
}

/** Listens on one connection until it breaks or the signal tells to stop; then it rejects. */
async function listenOnce(options: ChangeListenerOptions, signal: AbortSignal): Promise<never> {
  const client = new Client({
    connectionString: options.url,
    application_name: 'todo-events',
    connectionTimeoutMillis: 3_000,
    query_timeout: patience,
    keepAlive: true,
  });
  const ended = once(client, 'end', { signal });
  // A failure is told by `ended`; one that comes later has nobody left to tell.
  client.on('error', () => undefined);
  client.on('notification', ({ payload }) => {
    const change = parse(payload);
    if (change) options.onChange(change);
    else options.onGap();
  });
  const listen = async () => {
    await client.connect();
    await client.query(`listen ${channel}`);
  };
  const ask = () => client.query('select 1').catch(() => client.end());
  let question: NodeJS.Timeout | undefined;
  try {
    await Promise.race([listen(), ended]);
    options.onGap();
    question = setInterval(ask, questionEvery);
    await ended;
    throw new Error('The database ended the connection.');
  } finally {
    clearInterval(question);
    // Not waited for: a dead connection does not say goodbye.
    void client.end();
  }
}

/** Builds the listener; it connects when it is started. */
export function createChangeListener(options: ChangeListenerOptions): ChangeListener {
  const stopping = new AbortController();
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    let pause = firstPause;
    while (!stopping.signal.aborted) {
      const began = Date.now();
      try {
        await listenOnce(options, stopping.signal);
      } catch (error) {
        if (stopping.signal.aborted) return;
        options.onLost(error);
        // One that held for a while was healthy: the next try is not the latest of a row.
        pause = Date.now() - began > longestPause ? firstPause : Math.min(pause * 2, longestPause);
        // Spread, so that all processes do not come back in the same moment.
        const spread = pause * (0.5 + Math.random() / 2);
        await sleep(spread, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  }

  return {
    start() {
      running ??= run();
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
