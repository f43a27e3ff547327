import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { freePort } from '../testing/process.ts';
import { listenEarly } from './early-listener.ts';
import type { EarlyListener } from './early-listener.ts';

const host = '127.0.0.1';

async function early(): Promise<{ port: number; listener: EarlyListener }> {
  const port = await freePort();
  const listener = await listenEarly({ host, port });
  if (!listener) throw new Error(`port ${port} was taken`);
  return { port, listener };
}

const server = () =>
  createServer((request, response) => {
    response.end(`answered ${request.url}`);
  });

const ask = async (port: number, path: string) =>
  (await fetch(`http://${host}:${port}${path}`)).text();

it('who asks before there is a server is answered by it, and so is who asks later', async () => {
  const { port, listener } = await early();
  const first = ask(port, '/early');
  // Until the connection is there, it is not early yet.
  const socket = connect(port, host);
  await once(socket, 'connect');
  const http = server();
  await listener.handOver(http);
  expect(await first).toBe('answered /early');
  expect(await ask(port, '/later')).toBe('answered /later');
  expect((http.address() as AddressInfo).port).toBe(port);
  socket.destroy();
  http.close();
  await once(http, 'close');
  await expect(ask(port, '/after')).rejects.toThrow();
});

it('a port that is taken is left to who listens next, who hears why', async () => {
  const { port, listener } = await early();
  expect(await listenEarly({ host, port })).toBeUndefined();
  listener.close();
});

it('a program that cannot start lets go of the port, and of who waits', async () => {
  const { port, listener } = await early();
  const waiting = expect(ask(port, '/')).rejects.toThrow();
  const socket = connect(port, host);
  await once(socket, 'connect');
  const ended = new Promise((resolve) => socket.on('error', () => undefined).on('close', resolve));
  listener.close();
  await Promise.all([waiting, ended]);
  const again = await listenEarly({ host, port });
  expect(again).toBeDefined();
  again?.close();
});
