import { expect, test } from 'vitest';
import { deployment, pod } from './fixtures.ts';
import type { Workload } from './objects.ts';
import { isDone, progressOf } from './progress.ts';

test('a Deployment whose pods are all new and available is done', () => {
  expect(progressOf(deployment('backend'))).toEqual({ ready: 2, wanted: 2, done: true });
});

test.each([
  ['its controller has not seen the change', { observedGeneration: 1 }],
  ['an old pod still serves', { replicas: 3 }],
  ['a new pod is not available', { availableReplicas: 1 }],
  ['not all pods are new', { updatedReplicas: 1, replicas: 2 }],
  ['nothing is known yet', { updatedReplicas: undefined, availableReplicas: undefined }],
])('it is not done while %s', (_, status) => {
  expect(progressOf(deployment('backend', status)).done).toBe(false);
});

test('pods of the old version that are available do not count as ready', () => {
  const status = { updatedReplicas: 1, availableReplicas: 2, replicas: 3 };
  expect(progressOf(deployment('backend', status)).ready).toBe(0);
  expect(progressOf(deployment('backend', { ...status, availableReplicas: 3 })).ready).toBe(1);
});

function statefulSet(status: Workload['status']): Workload {
  const { spec } = deployment('postgres');
  return { kind: 'StatefulSet', metadata: { name: 'postgres', generation: 1 }, spec, status };
}

test('a StatefulSet is done when its newest revision is the current one and ready', () => {
  const ready = { observedGeneration: 1, replicas: 2, updatedReplicas: 2, readyReplicas: 2 };
  const settled = { ...ready, currentRevision: 'a', updateRevision: 'a' };
  expect(progressOf(statefulSet(settled)).done).toBe(true);
  expect(progressOf(statefulSet({ ...settled, updateRevision: 'b' })).done).toBe(false);
});

test('a Job is done when it is complete, not when a pod has succeeded', () => {
  const job = { ...deployment('migrate'), kind: 'Job' };
  expect(progressOf({ ...job, status: { succeeded: 1 } }).done).toBe(false);
  const complete = { succeeded: 1, conditions: [{ type: 'Complete', status: 'True' }] };
  expect(progressOf({ ...job, status: complete })).toEqual({ ready: 1, wanted: 1, done: true });
});

test('a Job is done as soon as each pod that it wants has ended with 0', () => {
  const job: Workload = { ...deployment('migrate'), kind: 'Job', status: {} };
  const ended = (exitCode: number) =>
    pod(
      `exit-${exitCode}`,
      { kind: 'Job', name: 'migrate' },
      { state: { terminated: { exitCode } } },
    );
  const running = pod('running', { kind: 'Job', name: 'migrate' }, { state: { running: {} } });
  expect(isDone(job, [running, ended(1)])).toBe(false);
  expect(isDone(job, [running, ended(0)])).toBe(true);
  expect(isDone({ ...job, spec: { ...job.spec, completions: 2 } }, [running, ended(0)])).toBe(
    false,
  );
});
