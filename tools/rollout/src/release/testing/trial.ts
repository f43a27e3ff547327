import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Cluster } from '../../cluster.ts';
import { docker, findDocker } from '../../engine.ts';
import { tagImage } from '../../image-store.ts';
import { openApi } from '../../kube/api.ts';
import { createReport, type Report } from '../../report.ts';
import { run } from '../../run.ts';
import type { ReleaseSpec } from '../spec.ts';
import { apiOf, type Target } from '../target.ts';

/** Where the tests find a cluster of the local engine: JSON of {@link Place}. */
export const variable = 'ROLLOUT_TEST_CLUSTER';

/** What the caller of these tests gives them. */
export interface Place extends Pick<Cluster, 'kubeconfig' | 'context' | 'tools'> {
  /** An image with node, on the engine and on every node. */
  image: string;
}

export const place = JSON.parse(process.env[variable] ?? '{}') as Place;

const cluster: Cluster = {
  ...place,
  provider: 'kind',
  startCores: 2,
  nodes: async () => {
    const { items } = await openApi(place).list<{ metadata: { name: string } }>('/api/v1/nodes');
    return items.map(({ metadata }) => metadata.name);
  },
  imageId: async (node, reference) => {
    const asked = ['exec', node, 'crictl', 'inspecti', '--output', 'json', full(reference)];
    const { stdout, exitCode } = await docker(asked, { mayFail: true });
    if (exitCode !== 0) return undefined;
    return (JSON.parse(stdout) as { status: { id: string } }).status.id;
  },
  load: async ({ reference }) => {
    const { path } = await findDocker();
    for (const node of await cluster.nodes()) {
      const script = '"$0" save "$1" | "$0" exec -i "$2" ctr -n k8s.io images import -';
      await run('sh', ['-c', script, path, reference, node]);
    }
    return { bytes: 0, via: 'save' };
  },
};

/** The trial's release in a namespace of its own. */
export function trialIn(namespace: string): Target {
  return { cluster, namespace: `rollout-trial-${namespace}`, release: 'trial' };
}

/** Removes the namespace with everything in it. */
export async function removeTrial(target: Target): Promise<void> {
  const path = `/api/v1/namespaces/${target.namespace}`;
  await apiOf(target).remove(path);
  while (await apiOf(target).get(path)) await pause(100);
}

/** Leaves nothing to the next one, without waiting for the last pod. */
export async function endTrial(target: Target): Promise<void> {
  await apiOf(target).remove(`/api/v1/namespaces/${target.namespace}`);
  const names = ['1', '2'].map((tag) => imageOf(target, tag));
  await docker(['rmi', ...names], { mayFail: true });
}

/** What a version of the trial is: what it answers, its image's tag, and values of the chart. */
export interface Version {
  version: string;
  tag?: string;
  [value: string]: unknown;
}

/** The chart of this folder in one of its versions. */
export function trial(target: Target, { tag = '1', ...values }: Version): ReleaseSpec {
  return {
    chart: join(import.meta.dirname, 'chart'),
    valuesFiles: {},
    images: { app: { path: ['image', 'app'], repository: target.namespace, tag } },
    values,
  };
}

/** The trial's image, by a name that only its namespace uses. */
export function imageOf({ namespace }: Target, tag: string): string {
  return `${namespace}:${tag}`;
}

/** A report that nobody reads until a test does. */
export function quietReport(): { report: Report; lines: string[] } {
  const lines: string[] = [];
  return { report: createReport({ live: false, write: (text) => void lines.push(text) }), lines };
}

/** Gives the image one more name, on the engine and on every node. */
export async function nameImage(target: Target, tag: string): Promise<void> {
  const name = imageOf(target, tag);
  await tagImage(place.image, name);
  for (const node of await cluster.nodes()) {
    await onNode(node, 'tag', '--force', full(place.image), full(name));
  }
}

/** Takes an image off every node, as a person or a full disk does. */
export async function forgetOnNodes(target: Target, tag: string): Promise<void> {
  const name = imageOf(target, tag);
  for (const node of await cluster.nodes()) {
    await onNode(node, 'rm', '--sync', full(name));
    // The runtime notices by an event.
    while (await cluster.imageId(node, name)) await pause(50);
  }
}

function onNode(node: string, ...args: string[]) {
  return docker(['exec', node, 'ctr', '-n', 'k8s.io', 'images', ...args]);
}

function full(reference: string): string {
  return `docker.io/${reference.includes('/') ? '' : 'library/'}${reference}`;
}
