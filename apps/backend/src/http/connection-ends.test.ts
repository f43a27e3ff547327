import { Agent, get } from 'node:http';
import Fastify from 'fastify';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { registerConnectionEnds } from './connection-ends.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

async function startServer(isDraining = () => false) {
  const server = Fastify();
  registerConnectionEnds(server, isDraining);
  server.get('/', async () => 'here');
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    /** Asks, and tells over which connection. */
    ask: () =>
      new Promise<number | undefined>((resolve, reject) => {
        get(url, { agent }, (answer) => {
          const { localPort } = answer.socket;
          answer.resume().once('end', () => resolve(localPort));
        }).once('error', reject);
      }),
    stop: async () => {
      agent.destroy();
      await server.close();
    },
  };
}

it('a connection that has lasted for a second is replaced, so that new replicas and versions are found', async () => {
  const { ask, stop } = await startServer();
  const first = await ask();
  vi.advanceTimersByTime(999);
  expect(await ask()).toBe(first);
  vi.advanceTimersByTime(2);
  // This answer is the last one of its connection.
  expect(await ask()).toBe(first);
  expect(await ask()).not.toBe(first);
  await stop();
});

it('while the process is draining every answer is the last of its connection', async () => {
  const { ask, stop } = await startServer(() => true);
  expect(await ask()).not.toBe(await ask());
  await stop();
});
