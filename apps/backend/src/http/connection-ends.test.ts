import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import Fastify from 'fastify';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { registerConnectionEnds } from './connection-ends.ts';

const mebibyte = 1024 * 1024;

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

it('a connection that has lasted for ten seconds is replaced, so that new replicas are found', async () => {
  const { ask, stop } = await startServer();
  const first = await ask();
  vi.advanceTimersByTime(9_999);
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

it('a client that first sends all of a body that is refused still reads the answer', async () => {
  const server = Fastify({ bodyLimit: 1_000 });
  registerConnectionEnds(server, () => false);
  server.post('/', async () => 'taken');
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as AddressInfo;
  for (const framing of [`content-length: ${16 * mebibyte}`, 'transfer-encoding: chunked']) {
    const socket = connect(port, '127.0.0.1');
    const head = ['POST / HTTP/1.1', 'host: a', 'content-type: application/json', framing];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    const part = Buffer.alloc(mebibyte, ' ');
    const chunk = [`${mebibyte.toString(16)}\r\n`, part, '\r\n'];
    for (let sent = 0; sent < 16; sent += 1) {
      const parts = framing.includes('chunked') ? chunk : [part];
      for (const one of parts) if (!socket.write(one)) await once(socket, 'drain');
    }
    socket.end(framing.includes('chunked') ? '0\r\n\r\n' : '');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 413 /);
  }
  await server.close();
});
