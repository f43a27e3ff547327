import { expect, test } from 'vitest';
import { garbage, goName, groupFingerprint } from './go-build.ts';

test('a program is named after its package, less a major version', () => {
  expect(goName('k8s.io/kubernetes/cmd/kubelet')).toBe('kubelet');
  expect(goName('go.etcd.io/etcd/server/v3')).toBe('server');
  expect(goName('./coredns')).toBe('coredns');
});

test('groups have fingerprints of their own', async () => {
  const [a, b] = await Promise.all([groupFingerprint('kind'), groupFingerprint('metrics')]);
  expect(a).not.toBe(b);
});

test('a small machine compiles with the compiler’s own thrift', () => {
  expect(garbage(4 * 2 ** 30)).toEqual({});
  expect(garbage(16 * 2 ** 30)).toHaveProperty('GOGC');
});
