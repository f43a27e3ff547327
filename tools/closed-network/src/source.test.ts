import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { imageSource, registryAnswers } from './source.ts';

let folder: string;
let server: Server;
let headers: Record<string, string>;
let address: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'source-'));
  vi.stubEnv('XDG_CACHE_HOME', folder);
  vi.stubEnv('TODO_IMAGES', '');
  server = createServer((_, reply) => reply.writeHead(401, headers).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2/`;
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

test('a registry is known by its header, even when it wants a login', async () => {
  headers = { 'Docker-Distribution-Api-Version': 'registry/2.0' };
  expect(await registryAnswers([address])).toBe(true);
});

test('a gateway that answers in its place is no registry', async () => {
  headers = {};
  expect(await registryAnswers([address])).toBe(false);
});

test('one registry that does not answer is one too few', async () => {
  headers = { 'Docker-Distribution-Api-Version': 'registry/2.0' };
  expect(await registryAnswers([address, 'http://127.0.0.1:1/v2/'])).toBe(false);
});

test('TODO_IMAGES decides without asking anybody', async () => {
  vi.stubEnv('TODO_IMAGES', 'public');
  expect(await registryAnswers(['http://127.0.0.1:1/'])).toBe(true);
  expect(await imageSource()).toBe('public');
  vi.stubEnv('TODO_IMAGES', 'packages');
  expect(await imageSource()).toBe('packages');
});

test('an unknown TODO_IMAGES is refused with the words that are known', async () => {
  vi.stubEnv('TODO_IMAGES', 'yes');
  await expect(imageSource()).rejects.toMatchObject({ cure: expect.stringContaining('packages') });
});
