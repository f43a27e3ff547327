import { expect, test } from 'vitest';
import { deployment, pod, replicaSet } from './fixtures.ts';
import { newestPods } from './newest-pods.ts';
import type { ContainerStatus, KubeObject } from './objects.ts';
import { patienceFor } from './readiness.ts';
import { stuckPods } from './stuck-pods.ts';
import { symptomOf, type Observation } from './symptoms.ts';

const start = Date.parse('2026-01-01T00:00:00Z');
const owner = { kind: 'ReplicaSet', name: 'backend-new' };
const backend = deployment('backend', { availableReplicas: 0 });

const base: Observation = {
  pods: [],
  objects: [],
  now: start + 10_000,
  patience: { silent: 60_000, answering: 15_000 },
  since: { crash: 0, unready: 0 },
};

function seen(container: Partial<ContainerStatus>, changes: Partial<Observation> = {}) {
  const pods = [pod('backend-new-1', owner, { ready: false, ...container })];
  return symptomOf(backend, { ...base, pods, ...changes });
}

/** A warning about the pod, or about something else. */
function warning(reason: string, message: string, about: object = {}): KubeObject {
  const involvedObject = { kind: 'Pod', name: 'backend-new-1', ...about };
  const metadata = { name: `${reason}-1` };
  const event = { kind: 'Event', metadata, type: 'Warning', count: 2, reason, message };
  return { ...event, involvedObject } as KubeObject;
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

test.each([
  {
    restarts: 1,
    exitCode: 3,
    reason: 'Error',
    is: 'a crash loop, before the kubelet calls it one',
  },
  { restarts: 0, exitCode: 3, reason: 'Error', is: 'one crash, which says nothing yet' },
  { restarts: 1, exitCode: 0, reason: 'Completed', is: 'a migration that went well at last' },
  { restarts: 1, exitCode: 255, reason: 'Unknown', is: 'a node that was restarted' },
])('$restarts restarts and an end with $exitCode, $reason, are $is', (given) => {
  const { restarts: restartCount, exitCode, reason } = given;
  const state = { terminated: { exitCode, reason, startedAt: '2026-01-01T00:00:05Z' } };
  const what = 'backend-new-1: CrashLoopBackOff (Error, exit code 3)';
  const loops = given.is.startsWith('a crash loop');
  expect(seen({ restartCount, state })?.what).toBe(loops ? what : undefined);
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
    mayPass: 20_000,
  });
});

test('a ConfigMap that a busy kubelet has not read yet may come', () => {
  const message = 'failed to sync configmap cache: timed out waiting for the condition';
  const waiting = { reason: 'CreateContainerConfigError', message };
  expect(seen({ state: { waiting } })).toMatchObject({ mayPass: 20_000 });
});

test('a command that is not in the image is hopeless at once, before and after the first try', () => {
  const message = 'exec: "nope": executable file not found in $PATH';
  const wrong = (state: ContainerStatus['state']) => {
    expect(seen({ state })).toMatchObject({ what: expect.stringContaining(message) });
    expect(seen({ state })?.mayPass).toBeUndefined();
  };
  wrong({ waiting: { reason: 'RunContainerError', message } });
  wrong({ terminated: { reason: 'StartError', exitCode: 128, message } });
  // It never began, so the time of its beginning tells nothing.
  const ended = { reason: 'StartError', message, startedAt: '1970-01-01T00:00:00Z' };
  const again = { state: crashing.state, lastState: { terminated: ended } };
  expect(seen(again, { since: { crash: start, unready: start } })?.what).toContain(message);
});

test('a container being made is no symptom', () => {
  expect(seen({ state: { waiting: { reason: 'ContainerCreating' } } })).toBeUndefined();
});

test('a container that runs and does not become ready is given up when patience ends', () => {
  const state = { running: { startedAt: '2026-01-01T00:00:00Z' } };
  expect(seen({ state }, { now: start + 59_000 })).toBeUndefined();
  expect(seen({ state }, { now: start + 61_000 })?.what).toContain('does not become ready');
});

const running = { running: { startedAt: '2026-01-01T00:00:00Z' } };

test('one whose probe is answered with an error is given up sooner, in the probe’s words', () => {
  const probe = 'Readiness probe failed: HTTP probe failed with statuscode: 503';
  const objects = [warning('Unhealthy', probe)];
  const at = (now: number) => seen({ state: running }, { objects, now: start + now });
  expect(at(14_000)).toBeUndefined();
  expect(at(16_000)?.what).toBe(`backend-new-1: runs for 16 s and does not become ready: ${probe}`);
});

test('one whose probe gets no answer may still be starting', () => {
  const probe =
    'Startup probe failed: Get "http://10.0.0.9/": dial tcp: connect: connection refused';
  const objects = [warning('Unhealthy', probe)];
  const at = (now: number) => seen({ state: running }, { objects, now: start + now });
  expect(at(59_000)).toBeUndefined();
  expect(at(61_000)?.what).toContain('connection refused');
});

test('the chart’s own deadline counts, for the silent and for those that answer', () => {
  const given = {
    ...deployment('backend'),
    spec: { ...backend.spec, progressDeadlineSeconds: 90 },
  };
  expect(patienceFor(given)).toEqual({ silent: 90_000, answering: 90_000 });
  expect(patienceFor(backend)).toEqual({ silent: 60_000, answering: 15_000 });
  expect(patienceFor(given, 5_000)).toEqual({ silent: 5_000, answering: 5_000 });
});

test('a volume whose source is missing shows only in an event, and counts when it was tried again', () => {
  const state = { waiting: { reason: 'ContainerCreating' } };
  const missing = 'MountVolume.SetUp failed for volume "c" : configmap "c" not found';
  const event = warning('FailedMount', missing);
  const once = { ...event, count: 1 } as KubeObject;
  const slow = warning('FailedMount', 'timed out waiting for the cache');
  const other = warning('FailedMount', missing, { name: 'backend-old-1' });
  for (const objects of [[once], [slow], [other]]) {
    expect(seen({ state }, { objects })).toBeUndefined();
  }
  expect(seen({ state }, { objects: [event] })?.what).toBe(
    `backend-new-1: event FailedMount: ${missing}`,
  );
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
  const look = (after: number, objects: KubeObject[] = []) =>
    seen({}, { pods: [unscheduled], now: start + after, objects });
  expect(look(5_000)).toMatchObject({ mayPass: 3_000 });
  expect(look(30_000)?.what).toContain('Insufficient memory');
  // Room may come from a pod that is just going.
  const going = pod('old-1', owner);
  going.metadata.deletionTimestamp = '2026-01-01T00:00:09Z';
  expect(look(5_000, [going])).toBeUndefined();
  expect(look(30_000, [going])?.mayPass).toBeUndefined();
});

test('pods that the cluster refuses to make are told in its words', () => {
  const message = 'pods "backend-x" is forbidden: violates PodSecurity "restricted:latest"';
  const conditions = [{ type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message }];
  expect(symptomOf(deployment('backend', { conditions }), base)?.what).toBe(
    `Deployment backend: ${message}`,
  );
  // It may be what the version before had to say.
  const unseen = deployment('backend', { conditions, observedGeneration: 1 });
  expect(symptomOf(unseen, base)).toBeUndefined();
});

test('of a StatefulSet and a Job the refusal is an event', () => {
  const job = { ...backend, kind: 'Job' };
  const event = warning('FailedCreate', 'exceeded quota', { kind: 'Job', name: 'backend' });
  expect(symptomOf(job, { ...base, objects: [event] })).toEqual({
    what: 'Job backend: exceeded quota',
    mayPass: 2_000,
  });
});

test('a Job whose pods fail is given up at the second one, or when it says so itself', () => {
  const failed = (name: string) => {
    const one = pod(name, { kind: 'Job', name: 'migrate' });
    const state = { terminated: { reason: 'Error', exitCode: 1 } };
    const container = { name: 'migrate', ready: false, restartCount: 0, state };
    one.status = { phase: 'Failed', containerStatuses: [container] };
    return one;
  };
  const job = { ...deployment('migrate'), kind: 'Job' };
  expect(symptomOf(job, { ...base, pods: [failed('a')] })).toBeUndefined();
  const twice = { ...base, pods: [failed('a'), failed('b')] };
  expect(symptomOf(job, twice)).toEqual({
    what: 'Job migrate: its pods end with exit code 1',
    pod: 'b',
    container: 'migrate',
  });
  expect(
    symptomOf(job, { ...twice, since: { crash: undefined, unready: undefined } }),
  ).toBeUndefined();
  const message = 'Job has reached the specified backoff limit';
  job.status = { conditions: [{ type: 'Failed', status: 'True', message }] };
  expect(symptomOf(job, { ...base, pods: [failed('a')] })).toMatchObject({
    what: `Job migrate: ${message}`,
    pod: 'a',
  });
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
