import { newestPods } from './newest-pods.ts';
import type { EndpointSlice, KubeObject, Pod, Service, Workload } from './objects.ts';
import type { Settled } from './settling.ts';

/** Where the Services in front of a Deployment lead to, by names of pods. */
export interface Traffic {
  /** Newest pods that a Service does not lead to yet, and older ones that it still does. */
  astray: string[];
  /** Older pods that get no new connections, but still answer on those that they have. */
  draining: string[];
}

const serviceName = 'kubernetes.io/service-name';

/**
 * Says, look by look, what the traffic still waits for; undefined when every
 * new connection reaches the newest pods: the Services lead to them and to
 * nothing else, and the nodes have noticed.
 */
export function watchTraffic(settled: Settled) {
  let since: number | undefined;
  return async (
    workloads: readonly Workload[],
    objects: readonly KubeObject[],
    now = Date.now(),
  ): Promise<string | undefined> => {
    const all = workloads.map((workload) => trafficOf(workload, objects));
    const astray = all.flatMap((traffic) => traffic.astray);
    if (astray.length > 0) {
      since = undefined;
      return `traffic has not moved yet: ${astray.join(', ')}`;
    }
    since ??= now;
    if (await settled(now - since)) return undefined;
    const draining = all.flatMap((traffic) => traffic.draining);
    return draining.length > 0 ? `ending: ${draining.join(', ')}` : describeReady(workloads);
  };
}

function describeReady(workloads: readonly Workload[]): string {
  const apps = workloads.filter(({ kind }) => kind === 'Deployment');
  const names = apps.map(({ metadata }) => metadata.name);
  return `ready, the nodes are noticing: ${names.join(', ')}`;
}

/**
 * A Deployment calls itself done when its pods are ready; the addresses behind
 * its Services follow, and only then every new connection finds the newest version.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/#conditions
 */
export function trafficOf(workload: Workload, objects: readonly KubeObject[]): Traffic {
  const traffic: Traffic = { astray: [], draining: [] };
  if (workload.kind !== 'Deployment') return traffic;
  const newest = newestPods(workload, objects);
  const names = newest.map(({ metadata }) => metadata.name);
  // The watches of the kinds are not of one moment: its pods may not have been seen yet.
  const missing = (workload.spec.replicas ?? 1) - newest.length;
  if (missing > 0) traffic.astray.push(`${missing} more of ${workload.metadata.name}`);
  for (const service of servicesOf(newest[0], objects)) {
    const { ready, serving } = podsBehind(service, objects);
    const older = [...ready, ...serving].filter((name) => !names.includes(name));
    traffic.astray.push(...names.filter((name) => !ready.has(name)));
    traffic.astray.push(...older.filter((name) => ready.has(name)));
    traffic.draining.push(...older.filter((name) => !ready.has(name)));
  }
  const unique = (list: string[]) => [...new Set(list)].sort();
  return { astray: unique(traffic.astray), draining: unique(traffic.draining) };
}

function servicesOf(pod: Pod | undefined, objects: readonly KubeObject[]): Service[] {
  const labels = pod?.metadata.labels ?? {};
  return objects
    .filter((object): object is Service => object.kind === 'Service')
    .filter(({ spec }) => {
      const selector = Object.entries(spec.selector ?? {});
      return selector.length > 0 && selector.every(([key, value]) => labels[key] === value);
    });
}

function podsBehind(service: Service, objects: readonly KubeObject[]) {
  const endpoints = objects
    .filter((object): object is EndpointSlice => object.kind === 'EndpointSlice')
    .filter(({ metadata }) => metadata.labels?.[serviceName] === service.metadata.name)
    .flatMap((slice) => slice.endpoints ?? []);
  // A condition that is missing is to be taken for true.
  const those = (condition: 'ready' | 'serving') =>
    endpoints
      .filter(({ conditions }) => conditions?.[condition] ?? true)
      .map(({ targetRef }) => targetRef?.name ?? '');
  return { ready: new Set(those('ready')), serving: new Set(those('serving')) };
}
