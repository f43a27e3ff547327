import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { requireRegistry } from './npm-package.ts';

const pack = { name: 'left-pad', version: '1.3.0' };
const cure = expect.stringContaining('package registries of Debian, npm, Go and PyPI');
let server: Server;
let open: Socket[];

beforeEach(async () => {
  open = [];
  server = createServer((socket) => open.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  vi.stubEnv('npm_config_registry', `http://127.0.0.1:${port}`);
  vi.stubEnv('npm_config_prefer_online', 'true');
});

afterEach(async () => {
  vi.unstubAllEnvs();
  for (const socket of open) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

test('a registry that takes the call and never answers is given up, with the cure', async () => {
  await expect(requireRegistry(pack, {}, 300)).rejects.toMatchObject({ cure });
  expect(open.length).toBeGreaterThan(0);
});

test('a registry that is not there is told with the cure', async () => {
  vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9');
  await expect(requireRegistry(pack, {}, 300)).rejects.toMatchObject({ cure });
});
