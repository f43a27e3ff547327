import { expect, test } from 'vitest';
import { deployment, pod, replicaSet } from './fixtures.ts';
import { newestPods } from './newest-pods.ts';
import type { ContainerStatus } from './objects.ts';
import { stuckPods } from './stuck-pods.ts';
import { symptomOf, type Observation } from './symptoms.ts';

const start = Date.parse('2026-01-01T00:00:00Z');
const owner = { kind: 'ReplicaSet', name: 'backend-new' };
const backend = deployment('backend', { availableReplicas: 0 });

function seen(container: Partial<ContainerStatus>, changes: Partial<Observation> = {}) {
  const pods = [pod('backend-new-1', owner, { ready: false, ...container })];
  const base = { pods, now: start + 10_000, patience: 60_000, since: { crash: 0, unready: 0 } };
  return symptomOf(backend, { ...base, ...changes });
}

const crashing: Partial<ContainerStatus> = {
  restartCount: 2,
  state: { waiting: { reason: 'CrashLoopBackOff' } },
  lastState: { terminated: { reason: 'Error', exitCode: 1, startedAt: '2026-01-01T00:00:05Z' } },
};

test('a crash loop is hopeless, and its words are in the former log', () => {
  expect(seen(crashing)).toEqual({
    what: 'backend-new-1: CrashLoopBackOff (Error, exit code 1)',
    pod: 'backend-new-1',
    container: 'backend',
    ended: true,
  });
});

test('a crash while the database was not ready says nothing yet', () => {
  expect(seen(crashing, { since: { crash: undefined, unready: undefined } })).toBeUndefined();
  expect(seen(crashing, { since: { crash: start + 8_000, unready: undefined } })).toBeUndefined();
});

test('a crash while the schema is still being migrated is the pod’s own', () => {
  expect(seen(crashing, { since: { crash: 0, unready: undefined } })).toBeDefined();
});

test.each(['ErrImageNeverPull', 'ImagePullBackOff', 'CreateContainerConfigError'])(
  '%s is hopeless at once, whatever it depends on',
  (reason) => {
    const state = { waiting: { reason, message: 'not present' } };
    const symptom = seen({ state }, { since: { crash: undefined, unready: undefined } });
    expect(symptom?.what).toBe(`backend-new-1: ${reason}: not present`);
  },
);

test('a container that could not be made may be made at the next try', () => {
  const state = { waiting: { reason: 'CreateContainerError', message: 'name is reserved' } };
  expect(seen({ state })).toMatchObject({
    what: expect.stringContaining('reserved'),
    mayPass: true,
  });
});

test('a container being made is no symptom', () => {
  expect(seen({ state: { waiting: { reason: 'ContainerCreating' } } })).toBeUndefined();
});

test('a container that runs and does not become ready is given up when patience ends', () => {
  const state = { running: { startedAt: '2026-01-01T00:00:00Z' } };
  expect(seen({ state }, { now: start + 59_000 })).toBeUndefined();
  expect(seen({ state }, { now: start + 61_000 })?.what).toContain('does not become ready');
});

test('patience begins when what it depends on is ready', () => {
  const state = { running: { startedAt: '2026-01-01T00:00:00Z' } };
  const late = { now: start + 61_000, since: { crash: 0, unready: start + 30_000 } };
  expect(seen({ state }, late)).toBeUndefined();
});

test('a pod that no node takes is given a moment and then up', () => {
  const unscheduled = pod('backend-new-1', owner);
  unscheduled.status = {
    conditions: [
      {
        type: 'PodScheduled',
        status: 'False',
        reason: 'Unschedulable',
        message: '0/1 nodes are available: 1 Insufficient memory.',
      },
    ],
  };
  const look = (after: number) => seen({}, { pods: [unscheduled], now: start + after });
  expect(look(5_000)).toBeUndefined();
  expect(look(30_000)?.what).toContain('Insufficient memory');
});

test('pods that the cluster refuses to make are told in its words', () => {
  const message = 'pods "backend-x" is forbidden: violates PodSecurity "restricted:latest"';
  const refused = deployment('backend', {
    conditions: [{ type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message }],
  });
  const symptom = symptomOf(refused, {
    pods: [],
    now: start,
    patience: 1,
    since: { crash: 0, unready: 0 },
  });
  expect(symptom?.what).toBe(`Deployment backend: ${message}`);
});

test('only pods of the newest version are looked at', () => {
  const old = pod('backend-old-1', { kind: 'ReplicaSet', name: 'backend-old' }, crashing);
  const fresh = pod('backend-new-1', owner);
  const going = pod('backend-new-2', owner, crashing);
  going.metadata.deletionTimestamp = '2026-01-01T00:00:09Z';
  const objects = [
    replicaSet('backend-old', 'backend', '1'),
    replicaSet('backend-new', 'backend', '2'),
    replicaSet('other-new', 'other', '2'),
    ...[old, fresh, going],
  ];
  expect(newestPods(backend, objects)).toEqual([fresh]);
});

test('before the controller has seen a change there are no newest pods', () => {
  const unseen = deployment('backend', { observedGeneration: 1 });
  const objects = [replicaSet('backend-new', 'backend', '2'), pod('backend-new-1', owner)];
  expect(newestPods(unseen, objects)).toEqual([]);
});

test('of a StatefulSet the pods of its update revision are the newest', () => {
  const set = { ...deployment('postgres', { updateRevision: 'b' }), kind: 'StatefulSet' };
  const of = (name: string, hash: string) => {
    const one = pod(name, { kind: 'StatefulSet', name: 'postgres' });
    one.metadata.labels = { 'controller-revision-hash': hash };
    return one;
  };
  const newest = of('postgres-0', 'b');
  expect(newestPods(set, [newest, of('postgres-1', 'a')])).toEqual([newest]);
});

test('a broken pod of an older version keeps a StatefulSet back, one of the newest does not', () => {
  const set = { ...deployment('postgres', { updateRevision: 'b' }), kind: 'StatefulSet' };
  const of = (hash: string, ready: boolean) => {
    const one = pod(
      `postgres-${hash}-${ready}`,
      { kind: 'StatefulSet', name: 'postgres' },
      { ready },
    );
    one.metadata.labels = { 'controller-revision-hash': hash };
    return one;
  };
  const broken = of('a', false);
  expect(stuckPods(set, [broken, of('a', true), of('b', false)])).toEqual([broken]);
  expect(stuckPods({ ...set, kind: 'Deployment' }, [broken])).toEqual([]);
});
