import { afterEach, beforeEach, expect, test } from 'vitest';
import { ApiServer } from './double/api-server.ts';
import { collectionOf } from './kinds.ts';
import { KubeError } from './kube-error.ts';

const pods = '/api/v1/namespaces/ns/pods';
let server: ApiServer;

beforeEach(async () => {
  server = await new ApiServer().start();
});
afterEach(() => server.stop());

const pod = (name: string, labels = {}) => ({ metadata: { name, labels } });

test('an object is made, found, changed and deleted', async () => {
  await server.api.create(pods, pod('a'));
  await server.api.patch(`${pods}/a`, { metadata: { labels: { state: 'complete' } } });
  expect(await server.api.get(`${pods}/a`)).toMatchObject(pod('a', { state: 'complete' }));
  await server.api.remove(`${pods}/a`);
  expect(await server.api.get(`${pods}/a`)).toBeUndefined();
});

test('deleting what is gone is no error', async () => {
  await expect(server.api.remove(`${pods}/a`)).resolves.toBeUndefined();
});

test('a name that is taken and a version that is not the newest are refused', async () => {
  const first = server.put(pods, pod('a'));
  server.put(pods, pod('a'));
  await expect(server.api.create(pods, pod('a'))).rejects.toMatchObject({ status: 409 });
  const late = server.api.replace(`${pods}/a`, first);
  await expect(late).rejects.toThrow(KubeError);
  await expect(late).rejects.toThrow(/refuses PUT .*pods\/a \(409\): the object has been modified/);
});

test('a server that is away for a moment is asked again', async () => {
  server.put(pods, pod('a'));
  server.away = 1;
  expect((await server.api.list(pods)).items).toHaveLength(1);
});

test('what may not be done twice is not: a create is refused while the server is away', async () => {
  server.away = 1;
  await expect(server.api.create(pods, pod('a'))).rejects.toMatchObject({ status: 503 });
});

test('the cluster says where it has the objects of a kind, and whether in a namespace', async () => {
  const deployments = { kind: 'Deployment', name: 'deployments', namespaced: true };
  const status = { kind: 'Deployment', name: 'deployments/status', namespaced: true };
  const group = { metadata: { name: 'v1' }, resources: [status, deployments] };
  server.put('/apis/apps', group);
  const kind = { apiVersion: 'apps/v1', kind: 'Deployment' };
  const path = '/apis/apps/v1/namespaces/ns/deployments';
  expect(await collectionOf(server.api, kind, 'ns')).toEqual({ kind: 'Deployment', path });
  const strange = { apiVersion: 'example.org/v1', kind: 'Widget' };
  expect(await collectionOf(server.api, strange, 'ns')).toBeUndefined();
});
