import type { Cluster } from '../cluster.ts';
import { run, type RunOptions, type RunResult } from '../run.ts';

/** A release on a cluster. */
export interface Target {
  cluster: Cluster;
  namespace: string;
  /** Helm's name for it. */
  release: string;
}

/** Runs kubectl on the target's cluster and namespace, whatever the user's own context is. */
export function kubectl(
  { cluster, namespace }: Target,
  args: readonly string[],
  options?: RunOptions,
): Promise<RunResult> {
  const { kubeconfig, context, tools } = cluster;
  const where = ['--kubeconfig', kubeconfig, '--context', context, '--namespace', namespace];
  return run(tools.kubectl, insert(args, where), options);
}

/** Runs helm on the target's cluster and namespace. */
export function helm(
  { cluster, namespace }: Target,
  args: readonly string[],
  options?: RunOptions,
): Promise<RunResult> {
  const { kubeconfig, context, tools } = cluster;
  const where = ['--kubeconfig', kubeconfig, '--kube-context', context, '--namespace', namespace];
  // The history is read from Secrets, so nothing else may be chosen from outside.
  const env = { ...options?.env, HELM_DRIVER: 'secret' };
  return run(tools.helm, insert(args, where), { ...options, env });
}

/** After the verb, by which a failure names the call. */
function insert([verb = '', ...rest]: readonly string[], where: readonly string[]): string[] {
  return [verb, ...where, ...rest];
}

/** Runs kubectl and reads its answer as a list of objects. */
export async function list<T>(
  target: Target,
  args: readonly string[],
  input?: string,
): Promise<T[]> {
  const { stdout } = await kubectl(target, [...args, '--output', 'json'], { input });
  if (stdout.trim() === '') return [];
  const answer = JSON.parse(stdout) as { items?: T[] };
  return answer.items ?? [answer as T];
}
