import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { freeDisk, requireDisk, requireMemory } from './machine.ts';
import { findListener, requireFreePort } from './port.ts';

let server: Server | undefined;
afterEach(() => void server?.close());

async function listen(host: string): Promise<number> {
  server = createServer();
  await new Promise((resolve) => server!.listen(0, host, () => resolve(undefined)));
  return (server.address() as AddressInfo).port;
}

test.each(['127.0.0.1', '0.0.0.0', '::'])(
  'a listener on %s is named with the setting that avoids it',
  async (host) => {
    const port = await listen(host);
    const required = requireFreePort({ port, setting: 'TODO_PORT', own: 'x' });
    await expect(required).rejects.toMatchObject({
      message: expect.stringContaining(`Port ${port} is taken by`),
      cure: expect.stringContaining(`TODO_PORT=${port + 1}`),
    });
  },
);

test('the process that listens is found', async () => {
  const port = await listen('127.0.0.1');
  const name = readFileSync(`/proc/${process.pid}/comm`, 'utf8').trim();
  expect(findListener(port)).toEqual({ pid: process.pid, name });
});

test('a free port passes and has no listener', async () => {
  const port = await listen('127.0.0.1');
  await new Promise((resolve) => server!.close(resolve));
  await requireFreePort({ port, setting: 'TODO_PORT', own: 'x' });
  expect(findListener(port)).toBeUndefined();
});

test('too little memory and disk are told with what is needed', () => {
  expect(() => requireMemory(3.9 * 2 ** 30)).toThrow('needs 4.0 GiB of free memory; 3.9 GiB');
  expect(() => requireDisk('/x', 2 ** 30)).toThrow('1.0 GiB are free at /x');
  requireMemory(4 * 2 ** 30);
  requireDisk('/x', 6 * 2 ** 30);
});

test('free disk of a folder that is yet to come is that of its parent', async () => {
  expect(await freeDisk('/tmp/not/there/yet')).toBeGreaterThan(0);
});
