import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiServer } from './double/api-server.ts';
import { mirror, type Mirror } from './mirror.ts';

interface Pod {
  kind: string;
  metadata: { name: string };
}

const path = '/api/v1/namespaces/ns/pods';
let server: ApiServer;
let seen: Mirror<Pod>;

beforeEach(async () => {
  server = await new ApiServer().start();
  server.put(path, { metadata: { name: 'a' } });
  seen = await mirror<Pod>(server.api, [{ kind: 'Pod', path }]);
  await vi.waitUntil(() => server.watchers(path) === 1, 10_000);
});
afterEach(async () => {
  seen.end();
  await server.stop();
});

const names = () => seen.objects().map(({ metadata }) => metadata.name);

test('what is there is read, with its kind', () => {
  expect(seen.objects()).toEqual([expect.objectContaining({ kind: 'Pod' })]);
});

test('what comes, changes and goes is seen without asking again', async () => {
  await seen.changed(0);
  server.put(path, { metadata: { name: 'b' } });
  await seen.changed(60_000);
  expect(names()).toEqual(['a', 'b']);
  server.remove(path, 'a');
  await seen.changed(60_000);
  expect(names()).toEqual(['b']);
  expect(server.requests.filter((one) => one === `GET ${path}`)).toHaveLength(2);
});

test('without a change it waits only as long as it is told to', async () => {
  await seen.changed(0);
  await expect(seen.changed(1)).resolves.toBeUndefined();
});

test('after a broken stream everything is read again', async () => {
  await seen.changed(0);
  server.breakStreams();
  server.put(path, { metadata: { name: 'b' } });
  server.remove(path, 'a');
  await vi.waitUntil(() => names().join() === 'b', 10_000);
});

test('what may not be read ends the wait with the server’s words', async () => {
  await expect(mirror(server.api, [{ kind: 'Pod', path: '/api/v1/nowhere' }])).rejects.toThrow(
    /refuses GET \/api\/v1\/nowhere/,
  );
});

test('its end closes the streams', async () => {
  seen.end();
  await vi.waitUntil(() => server.watchers(path) === 0, 10_000);
});
