import type { Cluster } from '../cluster.ts';
import { openApi, type Api } from '../kube/api.ts';
import { run, type RunOptions, type RunResult } from '../run.ts';

/** A release on a cluster. */
export interface Target {
  cluster: Cluster;
  namespace: string;
  /** Helm's name for it. */
  release: string;
  /** How the cluster is asked; by default whatever its kubeconfig says. */
  api?: Api;
}

const apis = new WeakMap<Cluster, Api>();

/** The API of the target's cluster. */
export function apiOf({ cluster, api }: Target): Api {
  const known = api ?? apis.get(cluster) ?? openApi(cluster);
  apis.set(cluster, known);
  return known;
}

/** Opens the way to a cluster's API, which whoever asks first would have to wait for. */
export async function reach(cluster: Cluster): Promise<void> {
  // Whoever asks next hears what is wrong with it.
  await apiOf({ cluster, namespace: '', release: '' }).glance('/livez');
}

/** Runs helm on the target's cluster and namespace. */
export function helm(
  { cluster, namespace }: Target,
  args: readonly string[],
  options?: RunOptions,
): Promise<RunResult> {
  const { kubeconfig, context, tools } = cluster;
  const [verb = '', ...rest] = args;
  // After the verb, by which a failure names the call.
  const where = ['--kubeconfig', kubeconfig, '--kube-context', context, '--namespace', namespace];
  // The history is read from Secrets, so nothing else may be chosen from outside.
  const env = { ...options?.env, HELM_DRIVER: 'secret' };
  return run(tools.helm, [verb, ...where, ...rest], { ...options, env });
}

/** The kubectl of a person who wants to look further. */
export function kubectlWords({ cluster, namespace }: Target): string {
  return `kubectl --kubeconfig ${cluster.kubeconfig} --context ${cluster.context} -n ${namespace}`;
}
