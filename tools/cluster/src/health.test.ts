import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { waitForApp } from './health.ts';

let server: Server;
afterEach(() => void server.close());

async function serve(statusOf: (path: string, socket: Socket) => number): Promise<string> {
  server = createServer((request, response) => {
    response.statusCode = statusOf(request.url ?? '', request.socket);
    response.end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('the app lives when the site answers and the backend refuses a stranger', async () => {
  await waitForApp(await serve((path) => (path === '/' ? 200 : 401)), 0);
});

test('a site without its backend is not alive, and the status says why', async () => {
  const address = await serve((path) => (path === '/' ? 200 : 502));
  await expect(waitForApp(address, 0)).rejects.toThrow(`${address}/api/v1/tasks says 502`);
});

test('an app that comes up later is waited for', async () => {
  let asked = 0;
  const address = await serve((path) => (path === '/' ? ((asked += 1) < 3 ? 503 : 200) : 401));
  await waitForApp(address);
  expect(asked).toBe(3);
});

test('a connection that leads to the wrong place is not held on to', async () => {
  const right = (path: string) => (path === '/' ? 200 : 401);
  let first: Socket | undefined;
  const address = await serve((path, socket) => {
    first ??= socket;
    return socket === first ? 404 : right(path);
  });
  await waitForApp(address, 10_000);
});

test('nobody at the address is told by the code of the refusal', async () => {
  const address = await serve(() => 200);
  await new Promise((resolve) => server.close(resolve));
  await expect(waitForApp(address, 0)).rejects.toThrow('ECONNREFUSED');
});
