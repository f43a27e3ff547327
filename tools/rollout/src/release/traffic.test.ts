import { expect, test } from 'vitest';
import { deployment, endpointSlice, pod, replicaSet, service } from './fixtures.ts';
import type { KubeObject } from './objects.ts';
import { trafficOf, watchTraffic } from './traffic.ts';

const backend = deployment('backend');
const ready = { ready: true, serving: true };
const draining = { ready: false, serving: true };
const gone = { ready: false, serving: false };
type Pods = Parameters<typeof endpointSlice>[1];

/** A cluster whose newest pods are new-1 and new-2, and what its Service leads to. */
function cluster(behind: Pods): KubeObject[] {
  const pods = ['new-1', 'new-2', 'old-1'].map((name) => {
    const owner = name.startsWith('new') ? 'backend-new' : 'backend-old';
    const one = pod(name, { kind: 'ReplicaSet', name: owner });
    one.metadata.labels = { app: 'backend', tier: 'x' };
    return one;
  });
  return [
    replicaSet('backend-old', 'backend', '1'),
    replicaSet('backend-new', 'backend', '2'),
    ...pods,
    service('backend-service', { app: 'backend' }),
    service('other-service', { app: 'other' }),
    service('without-selector', {}),
    endpointSlice('backend-service', behind),
    endpointSlice('other-service', { 'other-1': ready }),
  ];
}

const traffic = (behind: Pods) => trafficOf(backend, cluster(behind));

test('traffic has moved when a Service leads to the newest pods and to nothing else', () => {
  expect(traffic({ 'new-1': ready, 'new-2': ready })).toEqual({ astray: [], draining: [] });
});

test('a newest pod that the Service does not lead to is astray, ready as it may be', () => {
  expect(traffic({ 'new-1': ready }).astray).toEqual(['new-2']);
  expect(traffic({ 'new-1': ready, 'new-2': gone }).astray).toEqual(['new-2']);
});

test('an older pod that the Service still leads to is astray, also when the pod is gone', () => {
  const both = { 'new-1': ready, 'new-2': ready };
  expect(traffic({ ...both, 'old-1': ready }).astray).toEqual(['old-1']);
  expect(traffic({ ...both, 'old-removed': ready }).astray).toEqual(['old-removed']);
});

test('an older pod on its way out drains until it stops to answer', () => {
  const both = { 'new-1': ready, 'new-2': ready };
  expect(traffic({ ...both, 'old-1': draining })).toEqual({ astray: [], draining: ['old-1'] });
  expect(traffic({ ...both, 'old-1': gone }).draining).toEqual([]);
});

test('while its pods have not all been seen, traffic has not moved', () => {
  const both = { 'new-1': ready, 'new-2': ready };
  const objects = cluster(both).filter(({ metadata }) => metadata.name !== 'new-2');
  expect(trafficOf(backend, objects).astray).toContain('1 more of backend');
  expect(trafficOf(backend, []).astray).toEqual(['2 more of backend']);
});

test('a Deployment without a Service, a Job and a StatefulSet have no traffic to move', () => {
  const none = { astray: [], draining: [] };
  const objects = cluster({}).filter(({ kind }) => kind !== 'Service');
  expect(trafficOf(backend, objects)).toEqual(none);
  expect(trafficOf({ ...backend, kind: 'Job' }, cluster({}))).toEqual(none);
});

test('the nodes are given their time to notice; an old address is waited for to the end', async () => {
  const both = { 'new-1': ready, 'new-2': ready };
  const after = async (elapsed: number) => elapsed >= 1_300;
  const look = watchTraffic(after);
  const at = (now: number, behind: Pods) => look([backend], cluster(behind), now);
  expect(await at(0, { ...both, 'old-1': ready })).toContain('old-1');
  expect(await at(9_000, { ...both, 'old-1': ready })).toContain('traffic has not moved yet');
  expect(await at(10_000, { ...both, 'old-1': draining })).toBe('ending: old-1');
  expect(await at(11_299, { ...both, 'old-1': draining })).toBe('ending: old-1');
  expect(await at(11_300, { ...both, 'old-1': draining })).toBeUndefined();
  const first = watchTraffic(after);
  expect(await first([backend], cluster(both), 0)).toBe('ready, the nodes are noticing: backend');
  expect(await first([backend], cluster(both), 1_300)).toBeUndefined();
});

test('an address that comes back begins the nodes’ time anew', async () => {
  const both = { 'new-1': ready, 'new-2': ready };
  const look = watchTraffic(async (elapsed) => elapsed >= 1_000);
  const at = (now: number, behind: Pods) => look([backend], cluster(behind), now);
  await at(0, { ...both, 'old-1': draining });
  await at(900, { ...both, 'old-1': ready });
  expect(await at(1_000, { ...both, 'old-1': draining })).toBe('ending: old-1');
  expect(await at(2_000, { ...both, 'old-1': draining })).toBeUndefined();
});
