import { connect } from 'node:net';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { afterEach, expect, it } from 'vitest';
import { createEventHub } from '../../modules/events/event-hub.ts';
import { Browser } from '../../testing/browser.ts';
import { listen, openEvents } from '../../testing/event-stream.ts';
import { until } from '../../testing/process.ts';
import { registerEventRoutes } from './events.ts';

let server: FastifyInstance;
afterEach(() => server.close());

/** The routes alone, on an account whose session ends when told to. */
async function serve(heartbeat: number) {
  let account: { id: string } | undefined = { id: 'ada' };
  const hub = createEventHub({ onFirst: () => undefined, announce: async () => undefined });
  server = Fastify();
  const sessions = { accountOf: async () => account };
  const tokens = { holderOf: async () => undefined };
  registerEventRoutes(server, { hub, sessions, tokens, heartbeat });
  const signOut = () => {
    account = undefined;
  };
  return { hub, signOut, address: await listen(server) };
}

const connections = (of: FastifyInstance) =>
  new Promise<number>((answered) => {
    of.server.getConnections((_error, count) => answered(count));
  });

it('a quiet stream shows that it is alive, and ends when its session has run out', async () => {
  const { address, signOut } = await serve(10);
  const stream = await openEvents(address, new Browser(server));
  await until('it shows a sign of life', async () => stream.text().includes(': alive'));
  signOut();
  await stream.ended;
  expect(stream.response.status).toBe(200);
});

it('a reader that does not read is cut off', async () => {
  const { address, hub } = await serve(60_000);
  const { port } = new URL(address);
  const socket = connect(Number(port), '127.0.0.1').pause();
  let cut = false;
  socket.once('close', () => {
    cut = true;
  });
  socket.on('error', () => undefined);
  socket.write('GET /api/v1/events HTTP/1.1\r\nhost: todo\r\n\r\n');
  await until('it is connected', async () => (await connections(server)) === 1);

  const ids = Array.from({ length: 100 }, () => '0c5d7bd6-5b5e-4c3e-9d43-0a5a6f6f9b11');
  const nobodyLeft = async () => {
    for (let n = 0; n < 200; n += 1) {
      hub.publish({ ownerId: 'ada', event: { type: 'tasks', ids, source: null } });
    }
    return (await connections(server)) === 0;
  };
  await until('the server has let go of it', nobodyLeft);
  socket.resume();
  await until('it is cut', async () => cut);
});
