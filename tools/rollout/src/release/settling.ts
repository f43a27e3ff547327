import { readYaml } from '../yaml.ts';
import { apiOf, type Target } from './target.ts';

/** Whether every node leads new connections where the Services point, given how many milliseconds ago those moved. */
export type Settled = (elapsed: number) => Promise<boolean>;

/** Milliseconds in which a kube-proxy has heard of a change. */
const hearing = 250;
/** What a node that does not tell may take beyond the time that it gathers changes for, in milliseconds. */
const margin = 400;
/** kube-proxy's own default. */
const usual = 1_000;

/**
 * Asks each node's kube-proxy whether it has done all that it heard of. One
 * that does not tell is given the time that its configuration speaks of.
 */
export function watchNodes(target: Target): Settled {
  let names: Promise<string[]> | undefined;
  let gathering: Promise<number> | undefined;
  return async (elapsed) => {
    if (elapsed < hearing) return false;
    names ??= nodesOf(target);
    const told = await Promise.all((await names).map((name) => askProxy(target, name)));
    if (told.includes(false)) return false;
    if (told.length > 0 && !told.includes(undefined)) return true;
    gathering ??= gatheringTimeOf(target);
    return elapsed >= (await gathering) + margin;
  };
}

/** Their names; none where they are not to be seen by everybody. */
async function nodesOf(target: Target): Promise<string[]> {
  const { items } = await apiOf(target)
    .listMetadata<{ metadata: { name: string } }>('/api/v1/nodes')
    .catch(() => ({ items: [] }));
  return items.map(({ metadata }) => metadata.name);
}

async function askProxy(target: Target, node: string): Promise<boolean | undefined> {
  const metrics = await apiOf(target).glance(`/api/v1/nodes/${node}:10249/proxy/metrics`);
  return metrics === undefined ? undefined : isIdle(metrics);
}

/**
 * Whether a kube-proxy has put into effect all that it heard of, by its metrics;
 * undefined when they do not tell. They are times of one clock, for each family of addresses.
 *
 * @see https://kubernetes.io/docs/reference/instrumentation/metrics/
 */
export function isIdle(metrics: string): boolean | undefined {
  const synced = valuesOf(metrics, 'last_timestamp_seconds');
  const queued = valuesOf(metrics, 'last_queued_timestamp_seconds');
  const [pending] = valuesOf(metrics, 'endpoint_changes_pending').values();
  if (synced.size === 0 || queued.size === 0 || pending === undefined) return undefined;
  const behind = [...queued].filter(([family, time]) => time > (synced.get(family) ?? 0));
  return pending === 0 && behind.length === 0;
}

/** A metric's values by their labels. */
function valuesOf(metrics: string, name: string): Map<string, number> {
  const lines = metrics.matchAll(
    new RegExp(`^kubeproxy_sync_proxy_rules_${name}(\\{.*\\})? (\\S+)`, 'gm'),
  );
  return new Map([...lines].map(([, labels, value]) => [labels ?? '', Number(value)]));
}

/** @see https://kubernetes.io/docs/reference/networking/virtual-ips/#optimizing-iptables-mode-performance */
async function gatheringTimeOf(target: Target): Promise<number> {
  const path = '/api/v1/namespaces/kube-system/configmaps/kube-proxy';
  const found = await apiOf(target)
    .get<{ data?: Record<string, string> }>(path)
    // Not everybody may look there.
    .catch(() => undefined);
  return gatheringTime(found?.data?.['config.conf']);
}

/** The milliseconds for which a kube-proxy with this configuration gathers changes. */
export function gatheringTime(configuration = ''): number {
  type Mode = { minSyncPeriod?: string } | undefined;
  const { mode, ...modes } = readYaml<Record<string, unknown>>(configuration);
  const own = modes[typeof mode === 'string' && mode ? mode : 'iptables'] as Mode;
  return milliseconds(own?.minSyncPeriod) || usual;
}

/** Reads a duration as Go writes it; 0 when it is none. */
function milliseconds(duration = ''): number {
  const units = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
  const parts = [...duration.matchAll(/([\d.]+)(ms|s|m|h)/g)];
  return parts.reduce((sum, [, amount, unit]) => {
    return sum + Number(amount) * units[unit as keyof typeof units];
  }, 0);
}
