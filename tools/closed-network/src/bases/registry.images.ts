import { createServer, type AddressInfo } from 'node:net';
import { docker } from '@todo-chatbot/rollout';
import { afterEach, expect, test, vi } from 'vitest';
import { ensureImage } from '../image.ts';
import { registryRecipe } from './registry.ts';

const name = `registry-test-${process.pid}`;

afterEach(() => docker(['rm', '--force', '--volumes', name], { mayFail: true }));

test('it speaks the registry protocol', async () => {
  const port = await freePort();
  const image = await ensureImage(registryRecipe());
  const address = `--env=REGISTRY_HTTP_ADDR=127.0.0.1:${port}`;
  await docker(['run', '--detach', `--name=${name}`, '--network=host', address, image]);
  const answer = await vi.waitFor(() => fetch(`http://127.0.0.1:${port}/v2/`), { timeout: 20_000 });
  expect(answer.headers.get('docker-distribution-api-version')).toBe('registry/2.0');
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
