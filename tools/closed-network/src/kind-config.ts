import { existsSync } from 'node:fs';
import { dump } from 'js-yaml';

/** What distinguishes one cluster of this project from another. */
export interface KindChoice {
  name: string;
  /** Port of this machine, on loopback only, at which the app answers. */
  port: number;
  /** Whether this machine has cgroup v2; looked up by default. */
  cgroupV2?: boolean;
}

/** The port that the app's Service is published at on every node. */
export const nodePort = 30080;

/** The configuration of a cluster of one node, as YAML for `kind create cluster --config`. */
export function kindConfig({ name, port, cgroupV2 = hasCgroupV2() }: KindChoice): string {
  const published = { containerPort: nodePort, hostPort: port, listenAddress: '127.0.0.1' };
  return dump({
    kind: 'Cluster',
    apiVersion: 'kind.x-k8s.io/v1alpha4',
    name,
    nodes: [{ role: 'control-plane', extraPortMappings: [published] }],
    containerdConfigPatches: [
      '[plugins."io.containerd.grpc.v1.cri".registry]\n  config_path = "/etc/containerd/certs.d"\n',
    ],
    kubeadmConfigPatches: [
      dump(promptProxy),
      // Kubernetes is about to leave cgroup v1 and refuses it unless it is told.
      ...(cgroupV2 ? [] : [dump(kubeletOnCgroupV1)]),
    ],
  });
}

/**
 * How long a node gathers changes of Services before it acts on them (kind
 * says 1 s, for nodes with thousands of Services), and where it tells whether
 * it has (as minikube's do). A rollout waits for it.
 */
const promptProxy = {
  kind: 'KubeProxyConfiguration',
  apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
  iptables: { minSyncPeriod: '100ms' },
  metricsBindAddress: '0.0.0.0:10249',
};

const kubeletOnCgroupV1 = {
  kind: 'KubeletConfiguration',
  apiVersion: 'kubelet.config.k8s.io/v1beta1',
  failCgroupV1: false,
};

function hasCgroupV2(): boolean {
  return existsSync('/sys/fs/cgroup/cgroup.controllers');
}
