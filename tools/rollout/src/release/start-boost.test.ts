import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Cluster } from '../cluster.ts';
import { ApiServer } from '../kube/double/api-server.ts';
import { deployment, pod, replicaSet } from './fixtures.ts';
import type { KubeObject, Pod, Workload } from './objects.ts';
import { boostStarts } from './start-boost.ts';

const resizes = '/api/v1/namespaces/ns/pods/new';
let server: ApiServer;

beforeEach(async () => {
  server = await new ApiServer().start();
  server.put(resizes, { metadata: { name: 'resize' } });
});
afterEach(() => server.stop());

function boost(startCores: number | undefined = 2) {
  const cluster = { kubeconfig: 'config', context: 'test', startCores } as Cluster;
  return boostStarts({ cluster, namespace: 'ns', release: 'todo', api: server.api });
}

const containers = (cpu: string) => [
  { name: 'app', image: 'todo:1', resources: { limits: { cpu } } },
  { name: 'fast', image: 'todo:1', resources: { limits: { cpu: '3' } } },
  { name: 'free', image: 'todo:1' },
];

function limited(kind: string): Workload {
  const workload = deployment('todo');
  workload.spec.template.spec.containers = containers('250m');
  return { ...workload, kind };
}

function newest(cpu: string, status: Pod['status'], owner = 'ReplicaSet'): KubeObject[] {
  const one = pod('new', { kind: owner, name: 'todo' });
  return [{ ...one, spec: { containers: containers(cpu) }, status } as Pod];
}

const set = replicaSet('todo', 'todo', '2');
const starting = { phase: 'Running', conditions: [{ type: 'Ready', status: 'False' }] };
const ready = { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] };
const over = { phase: 'Succeeded' };

/** The limits of `app`, in the order in which they were asked for. */
const asked = () =>
  (server.bodies.get(`PATCH ${resizes}/resize`) ?? []).map((body) => {
    const { spec } = body as { spec: { containers: unknown } };
    return JSON.stringify(spec.containers);
  });

const to = (cpu: number) => JSON.stringify([{ name: 'app', resources: { limits: { cpu } } }]);

test('a container below so many cores has them from its start to the end of the watch', async () => {
  const boosted = boost();
  await boosted.look([limited('Deployment')], [set, ...newest('250m', starting)]);
  await boosted.look([limited('Deployment')], [set, ...newest('2', starting)]);
  expect(asked()).toEqual([to(2)]);
  await boosted.look([limited('Deployment')], [set, ...newest('2', ready)]);
  expect(asked()).toEqual([to(2)]);
  await boosted.end();
  expect(asked()).toEqual([to(2), to(0.25)]);
});

test('a Job’s pod, which calls itself ready at once, keeps them to its end', async () => {
  const boosted = boost();
  await boosted.look([limited('Job')], newest('250m', starting, 'Job'));
  await boosted.look([limited('Job')], newest('2', ready, 'Job'));
  await boosted.look([limited('Job')], newest('2', over, 'Job'));
  expect(asked()).toEqual([to(2)]);
});

test('the end of a watch puts back what has not become ready', async () => {
  const boosted = boost();
  await boosted.look([limited('Deployment')], [set, ...newest('250m', starting)]);
  await boosted.end();
  expect(asked()).toEqual([to(2), to(0.25)]);
});

test('what a killed deploy has left lifted is put back by the next one', async () => {
  await boost().look([limited('Deployment')], [set, ...newest('2', ready)]);
  expect(asked()).toEqual([to(0.25)]);
});

test('a cluster that refuses is asked once', async () => {
  server.remove(resizes, 'resize');
  const boosted = boost();
  await boosted.look([limited('Deployment')], [set, ...newest('250m', starting)]);
  await boosted.look([limited('Deployment')], [set, ...newest('250m', starting)]);
  await boosted.end();
  expect(asked()).toEqual([to(2)]);
});

test('a cluster that is not one’s own alone is asked nothing', async () => {
  const boosted = boost(0);
  await boosted.look([limited('Deployment')], [set, ...newest('250m', starting)]);
  expect(asked()).toEqual([]);
});
