import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, inject, it } from 'vitest';
import { createTestApp } from '../testing/app.ts';
import { createTestDatabase } from '../testing/database.ts';
import { listen } from '../testing/event-stream.ts';

it('a connection that never asked anything does not hold up the end', async () => {
  const app = createTestApp(await createTestDatabase(inject('postgres')));
  const { port } = new URL(await listen(app.server));
  const arrived = once(app.server.server, 'connection');
  const socket = connect(Number(port), '127.0.0.1');
  await arrived;
  const closed = once(socket, 'close');
  await app.close();
  expect(await closed).toEqual([false]);
});
