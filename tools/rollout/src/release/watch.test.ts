import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Cluster } from '../cluster.ts';
import { deployment, endpointSlice, pod, replicaSet, service } from './fixtures.ts';
import type { Target } from './target.ts';
import { watchRollout } from './watch.ts';

let folder: string;
let target: Target;
const backend = deployment('backend', { replicas: 1, updatedReplicas: 1, availableReplicas: 1 });
backend.spec.replicas = 1;

/** A kubectl that answers with the first look, then the second …, and stays at the last. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watch-'));
  const kubectl = join(folder, 'kubectl');
  const script = [
    '#!/bin/sh',
    `cd ${folder}`,
    '[ ! -e away ] || { rm away; echo "The connection to the server ::1:6443 was refused" >&2; exit 1; }',
    'cat look-0',
    '[ ! -e look-1 ] || mv look-1 look-0',
    '[ ! -e look-2 ] || mv look-2 look-1',
  ];
  writeFileSync(kubectl, `${script.join('\n')}\n`);
  chmodSync(kubectl, 0o755);
  const cluster = { kubeconfig: 'config', context: 'test', tools: { kubectl } };
  target = { cluster: cluster as unknown as Cluster, namespace: 'ns', release: 'todo' };
});

afterEach(() => rmSync(folder, { recursive: true }));

function looks(...behind: Parameters<typeof endpointSlice>[1][]): void {
  const newest = pod('new', { kind: 'ReplicaSet', name: 'backend-new' });
  newest.metadata.labels = { app: 'backend' };
  const set = replicaSet('backend-new', 'backend', '2');
  for (const [index, pods] of behind.entries()) {
    const slice = endpointSlice('backend-service', pods);
    const items = [backend, set, newest, service('backend-service', { app: 'backend' }), slice];
    writeFileSync(join(folder, `look-${index}`), JSON.stringify({ items }));
  }
}

const ready = { ready: true, serving: true };
const ending = { ready: false, serving: true };

test('a rollout whose pods are ready is done only when no Service leads to an old pod', async () => {
  looks({ old: ready, new: ready }, { old: ending, new: ready }, { new: ready });
  const notes: string[] = [];
  const note = (text: string) => void notes.push(text);
  await watchRollout(target, [backend], { patience: 1_000, timeout: 60_000, interval: 1, note });
  expect(notes).toEqual(['traffic has not moved yet: old', 'ending: old']);
});

test('a Service that never leads to the new pod fails the rollout, and names the pod', async () => {
  looks({ old: ready });
  const watching = watchRollout(target, [backend], { patience: 1_000, timeout: 50, interval: 1 });
  await expect(watching).rejects.toThrow(/not ready after 0.05 s: .*new, old/);
});

test('an API server that is away for a moment fails nothing', async () => {
  looks({ new: ready });
  writeFileSync(join(folder, 'away'), '');
  const watching = watchRollout(target, [backend], { patience: 1_000, timeout: 50, interval: 1 });
  expect(await watching).toHaveLength(1);
});

test('a container that could not be made once fails nothing, one that never can does', async () => {
  const state = { waiting: { reason: 'CreateContainerError', message: 'name is reserved' } };
  const failing = pod('new', { kind: 'ReplicaSet', name: 'backend-new' }, { ready: false, state });
  const waiting = deployment('backend', { replicas: 1, updatedReplicas: 1, availableReplicas: 0 });
  const items = [waiting, replicaSet('backend-new', 'backend', '2'), failing];
  const options = { patience: 1_000, timeout: 60_000, interval: 1 };
  looks({ new: ready }, { new: ready });
  writeFileSync(join(folder, 'look-0'), JSON.stringify({ items }));
  expect(await watchRollout(target, [waiting], options)).toHaveLength(1);
  writeFileSync(join(folder, 'look-0'), JSON.stringify({ items }));
  const given = watchRollout(target, [waiting], { ...options, passingFor: 50 });
  await expect(given).rejects.toThrow(/CreateContainerError: name is reserved/);
});
