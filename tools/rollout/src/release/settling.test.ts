import { afterEach, beforeEach, expect, test } from 'vitest';
import { ApiServer } from '../kube/double/api-server.ts';
import { targetOn } from './fixtures.ts';
import { gatheringTime, isIdle, watchNodes } from './settling.ts';
import type { Target } from './target.ts';

const config = (mode: string) => `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
mode: ${mode}
iptables: { minSyncPeriod: 100ms }
ipvs: { minSyncPeriod: 0s }
nftables: { minSyncPeriod: 1m2s }
`;

interface Told {
  synced?: number;
  queued?: number;
  pending?: number;
}

/** What a kube-proxy tells, in seconds, among much else. */
const metrics = ({ synced = 20, queued = 10, pending = 0 }: Told = {}) => `
# HELP kubeproxy_sync_proxy_rules_last_timestamp_seconds The last time proxy rules were synced
# TYPE kubeproxy_sync_proxy_rules_last_timestamp_seconds gauge
kubeproxy_sync_proxy_rules_last_timestamp_seconds{ip_family="IPv4"} 1.795e+09
kubeproxy_sync_proxy_rules_last_timestamp_seconds{ip_family="IPv6"} ${synced}
kubeproxy_sync_proxy_rules_last_queued_timestamp_seconds{ip_family="IPv4"} 1.794e+09
kubeproxy_sync_proxy_rules_last_queued_timestamp_seconds{ip_family="IPv6"} ${queued}
kubeproxy_sync_proxy_rules_endpoint_changes_pending ${pending}
kubeproxy_sync_proxy_rules_endpoint_changes_total 7
`;

let server: ApiServer;
let target: Target;

beforeEach(async () => {
  server = await new ApiServer().start();
  target = targetOn(server);
});
afterEach(() => server.stop());

function tell(node: string, text?: string): void {
  server.put('/api/v1/nodes', { metadata: { name: node } });
  if (text) server.texts.set(`/api/v1/nodes/${node}:10249/proxy/metrics`, text);
}

test('a kube-proxy is idle when nothing is pending and what it heard last is in effect', () => {
  expect(isIdle(metrics())).toBe(true);
  expect(isIdle(metrics({ queued: 21 }))).toBe(false);
  expect(isIdle(metrics({ pending: 2 }))).toBe(false);
});

test('metrics that say nothing of it say nothing', () => {
  expect(isIdle('')).toBeUndefined();
  expect(isIdle(metrics().replaceAll('_queued', ''))).toBeUndefined();
});

test('the nodes have noticed when each of them says so, and none can have heard before', async () => {
  tell('one', metrics());
  tell('two', metrics());
  const settled = watchNodes(target);
  expect(await settled(249)).toBe(false);
  expect(await settled(250)).toBe(true);
  tell('two', metrics({ pending: 1 }));
  expect(await settled(60_000)).toBe(false);
});

test('a node that does not tell is given the time that its configuration speaks of', async () => {
  server.put('/api/v1/namespaces/kube-system/configmaps', {
    metadata: { name: 'kube-proxy' },
    data: { 'config.conf': config('iptables') },
  } as { metadata: { name: string } });
  tell('one', metrics());
  tell('two');
  const settled = watchNodes(target);
  expect(await settled(499)).toBe(false);
  expect(await settled(500)).toBe(true);
});

test('who may see no nodes waits for what is usual', async () => {
  const settled = watchNodes(target);
  expect(await settled(1_399)).toBe(false);
  expect(await settled(1_400)).toBe(true);
});

test('the nodes gather changes for as long as the mode in use says', () => {
  expect(gatheringTime(config('iptables'))).toBe(100);
  expect(gatheringTime(config('nftables'))).toBe(62_000);
  expect(gatheringTime(config('""'))).toBe(100);
});

test('what says nothing leaves it at kube-proxy’s own second', () => {
  expect(gatheringTime(config('ipvs'))).toBe(1_000);
  expect(gatheringTime('')).toBe(1_000);
  expect(gatheringTime(undefined)).toBe(1_000);
});
