import { setTimeout as pause } from 'node:timers/promises';
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

/** What kubectl says of an API server that is away, as one that is restarting is for a moment. */
const away =
  /connection refused|connection reset|server \S+ was refused|unable to connect|handshake timeout|i\/o timeout|unexpected EOF|etcdserver|ServiceUnavailable|currently unable/i;
/** Milliseconds for which it is asked again. */
const longestAbsence = 15_000;

/** Runs a kubectl that only reads, again while the API server is away for a moment. */
export async function read(
  target: Target,
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  const end = Date.now() + longestAbsence;
  while (Date.now() < end) {
    const result = await kubectl(target, args, { ...options, mayFail: true });
    if (result.exitCode === 0) return result;
    if (!away.test(result.stderr)) break;
    await pause(250);
  }
  return kubectl(target, args, options);
}

/** Runs kubectl and reads its answer as a list of objects. */
export async function list<T>(
  target: Target,
  args: readonly string[],
  input?: string,
): Promise<T[]> {
  const { stdout } = await read(target, [...args, '--output', 'json'], { input });
  if (stdout.trim() === '') return [];
  const answer = JSON.parse(stdout) as { items?: T[] };
  return answer.items ?? [answer as T];
}
