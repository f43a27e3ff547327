import { parse } from 'yaml';
import { apiOf, type Target } from './target.ts';

/** What a node may take beyond the time that it gathers changes for, in milliseconds. */
const margin = 400;
/** kube-proxy's own default. */
const usual = 1_000;

/**
 * Milliseconds after which every node leads new connections where the Services
 * point: its kube-proxy gathers changes for a moment that its configuration
 * tells. Where that cannot be read, what is usual is taken.
 *
 * @see https://kubernetes.io/docs/reference/networking/virtual-ips/#optimizing-iptables-mode-performance
 */
export async function settlingTime(target: Target): Promise<number> {
  const path = '/api/v1/namespaces/kube-system/configmaps/kube-proxy';
  const found = await apiOf(target)
    .get<{ data?: Record<string, string> }>(path)
    // Not everybody may look there.
    .catch(() => undefined);
  return gatheringTime(found?.data?.['config.conf']) + margin;
}

/** The milliseconds for which a kube-proxy with this configuration gathers changes. */
export function gatheringTime(configuration = ''): number {
  type Mode = { minSyncPeriod?: string } | undefined;
  const { mode, ...modes } = (parse(configuration) ?? {}) as Record<string, unknown>;
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
