import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Cluster } from '../cluster.ts';
import { ApiServer } from '../kube/double/api-server.ts';
import type { Detail } from '../report.ts';
import {
  deployment,
  endpointSlice,
  observedPaths,
  pod,
  replicaSet,
  service,
  targetOn,
} from './fixtures.ts';
import type { KubeObject, Workload } from './objects.ts';
import type { Target } from './target.ts';
import { watchRollout } from './watch.ts';

const paths: Readonly<Record<string, string>> = observedPaths('ns');
const options = { timeout: 60_000 };
let server: ApiServer;
let target: Target;

beforeEach(async () => {
  server = await new ApiServer().start();
  const cluster = { kubeconfig: 'config', context: 'test' } as Cluster;
  target = targetOn(server, cluster);
  server.know(...Object.values(paths));
  put(replicaSet('backend-new', 'backend', '2'));
  put(newest());
  put(service('backend-service', { app: 'backend' }));
});
afterEach(() => server.stop());

const put = (object: KubeObject) => void server.put(paths[object.kind] ?? '', object);

function backend(changes: Partial<Workload['status']> = {}): Workload {
  const one = { replicas: 1, updatedReplicas: 1, availableReplicas: 1, ...changes };
  const object = deployment('backend', one);
  return { ...object, spec: { ...object.spec, replicas: 1 } };
}

function newest(container: Parameters<typeof pod>[2] = {}) {
  const one = pod('new', { kind: 'ReplicaSet', name: 'backend-new' }, container);
  one.metadata.labels = { app: 'backend' };
  return one;
}

function leadTo(pods: Parameters<typeof endpointSlice>[1]): void {
  put(endpointSlice('backend-service', pods));
}

const ready = { ready: true, serving: true };
const ending = { ready: false, serving: true };

test('a rollout whose pods are ready is done only when no Service leads to an old pod', async () => {
  put(backend());
  leadTo({ old: ready, new: ready });
  const notes: string[] = [];
  const note = (text: string) => void notes.push(text);
  const watching = watchRollout(target, [backend()], { ...options, note });
  await vi.waitUntil(() => notes.length > 0, 10_000);
  leadTo({ old: ending, new: ready });
  await vi.waitUntil(() => new Set(notes).size > 1, 10_000);
  leadTo({ new: ready });
  await watching;
  expect([...new Set(notes)]).toEqual([
    ...['traffic has not moved yet: old', 'ending: old'],
    'ready, the nodes are noticing: backend',
  ]);
});

test('what each new pod does is shown while it is waited for', async () => {
  put(backend({ availableReplicas: 0 }));
  put(newest({ ready: false, state: { running: { startedAt: new Date().toISOString() } } }));
  leadTo({});
  const shown: Detail[] = [];
  const show = (details: readonly Detail[]) => void shown.push(...details);
  const watching = watchRollout(target, [backend()], { ...options, show });
  await vi.waitUntil(() => shown.length > 0, 10_000);
  put(newest());
  put(backend());
  leadTo({ new: ready });
  await watching;
  expect(shown[0]).toEqual({ name: 'new', text: 'starting', since: expect.any(Number) });
});

test('a Service that never leads to the new pod fails the rollout, and names the pod', async () => {
  put(backend());
  leadTo({ old: ready });
  const watching = watchRollout(target, [backend()], { timeout: 50 });
  await expect(watching).rejects.toThrow(/not ready after 0.05 s: .*new, old/);
});

test('an API server that is away for a moment fails nothing', async () => {
  put(backend());
  leadTo({ new: ready });
  server.away = 3;
  expect(await watchRollout(target, [backend()], options)).toHaveLength(1);
});

test('when it ends, nothing is watched any more', async () => {
  put(backend());
  leadTo({ new: ready });
  await watchRollout(target, [backend()], options);
  await vi.waitUntil(
    () => Object.values(paths).every((path) => server.watchers(path) === 0),
    10_000,
  );
});

test('a pod that cannot come up fails it at once, with the event that tells more', async () => {
  put(backend({ availableReplicas: 0 }));
  const state = { waiting: { reason: 'ErrImageNeverPull', message: 'not present' } };
  const broken = newest({ ready: false, state });
  put(broken);
  const involvedObject = { kind: 'Pod', name: 'new' };
  const event = {
    type: 'Warning',
    reason: 'Failed',
    message: 'pull policy of Never',
    involvedObject,
  };
  put({ kind: 'Event', metadata: { name: 'new.1' }, ...event } as KubeObject);
  await expect(watchRollout(target, [backend()], options)).rejects.toMatchObject({
    message: 'new: ErrImageNeverPull: not present',
    tail: 'event Failed: pull policy of Never',
    cure: expect.stringContaining('get events --field-selector involvedObject.name=new'),
  });
});

test('an app’s time to become ready begins when the pods of the migration have ended well', async () => {
  const job: Workload = { ...backend({}), kind: 'Job', metadata: { name: 'migrate' }, status: {} };
  put(job);
  const ended = { ready: false, state: { terminated: { exitCode: 0 } } };
  put(pod('migrate-1', { kind: 'Job', name: 'migrate' }, ended));
  put(backend({ availableReplicas: 0 }));
  put(newest({ ready: false, state: { running: { startedAt: new Date().toISOString() } } }));
  const watching = watchRollout(target, [job, backend()], { timeout: 5_000, patience: 100 });
  await expect(watching).rejects.toThrow(/new: runs for .* does not become ready/);
});

test('what was noted before the rollout began is no symptom of it', async () => {
  const set = { ...backend({ availableReplicas: 0, replicas: 0 }), kind: 'StatefulSet' };
  put(set);
  const involvedObject = { kind: 'StatefulSet', name: 'backend' };
  const event = { type: 'Warning', reason: 'FailedCreate', message: 'quota', involvedObject };
  put({ kind: 'Event', metadata: { name: 'backend.1' }, ...event } as KubeObject);
  await expect(watchRollout(target, [set], { timeout: 2_500 })).rejects.toThrow('not ready after');
});
