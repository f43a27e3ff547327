import { expect, test } from 'vitest';
import { gatheringTime } from './settling.ts';

const config = (mode: string) => `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
mode: ${mode}
iptables: { minSyncPeriod: 100ms }
ipvs: { minSyncPeriod: 0s }
nftables: { minSyncPeriod: 1m2s }
`;

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
