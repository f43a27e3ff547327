import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { kindConfig, nodePort } from './kind-config.ts';

const choice = { name: 'demo', port: 8080 };

interface Config {
  name: string;
  nodes: object[];
  kubeadmConfigPatches: string[];
  containerdConfigPatches: string[];
}

const read = (more: object = {}) => load(kindConfig({ ...choice, ...more })) as Config;

test('the app’s port is published on loopback only', () => {
  const { name, nodes } = read();
  expect(name).toBe('demo');
  expect(nodes).toEqual([
    {
      role: 'control-plane',
      extraPortMappings: [{ containerPort: nodePort, hostPort: 8080, listenAddress: '127.0.0.1' }],
    },
  ]);
});

test('kubelet is told to stay on cgroup v1 only where there is no v2', () => {
  const old = read({ cgroupV2: false });
  expect(load(old.kubeadmConfigPatches.at(-1)!)).toMatchObject({ failCgroupV1: false });
  expect(kindConfig({ ...choice, cgroupV2: true })).not.toContain('failCgroupV1');
});

test('a node acts at once on where a Service leads', () => {
  const [patch] = read().kubeadmConfigPatches;
  expect(load(patch!)).toMatchObject({
    kind: 'KubeProxyConfiguration',
    iptables: { minSyncPeriod: '100ms' },
    metricsBindAddress: '0.0.0.0:10249',
  });
});

test('containerd looks registries up in files, which a running node can be given', () => {
  const [patch] = read().containerdConfigPatches;
  expect(patch).toContain('config_path = "/etc/containerd/certs.d"');
});
