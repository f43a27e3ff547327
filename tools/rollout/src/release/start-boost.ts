import { KubeError } from '../kube/kube-error.ts';
import { namespaced } from '../kube/kinds.ts';
import { newestPods } from './newest-pods.ts';
import { condition, type Container, type KubeObject, type Pod, type Workload } from './objects.ts';
import { apiOf, type Target } from './target.ts';

/** Cores by a container's name. */
type Limits = Map<string, number>;

export interface StartBoost {
  /** Lifts the limits of pods that start. */
  look(workloads: readonly Workload[], objects: readonly KubeObject[]): Promise<void>;
  /** Puts back what was lifted. */
  end(): Promise<void>;
}

/**
 * Lets new containers start with more of the processor than their limit: on a
 * cluster of one's own, waiting for a process that loads its code at a quarter
 * of a core is most of a rollout. They have it until all of the rollout is done,
 * as the first answers of a process take it longest. What they are promised
 * stays, and so what others get. A cluster that refuses (no such thing, no right
 * to it, a quota) lets them start as slowly as they would.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/resize-container-resources/
 */
export function boostStarts(target: Target): StartBoost {
  const cores = target.cluster.startCores ?? 0;
  const lifted = new Map<string, Limits>();
  const tried = new Set<string>();
  const lift = async (name: string, limits: Limits): Promise<void> => {
    if (tried.has(name)) return;
    tried.add(name);
    const more = new Map([...limits.keys()].map((container) => [container, cores]));
    if (await resize(target, name, more)) lifted.set(name, limits);
  };
  const lookAt = async (workload: Workload, pod: Pod): Promise<void> => {
    const limits = limitsBelow(cores, workload.spec.template.spec.containers);
    const { name } = pod.metadata;
    if (limits.size === 0 || isOver(pod)) return;
    if (isStarting(workload, pod)) return lift(name, limits);
    const isLifted = limitsBelow(cores, pod.spec.containers).size < limits.size;
    // What a deploy has left that was killed.
    if (isLifted && !lifted.has(name)) await resize(target, name, limits);
  };
  return {
    look: async (workloads, objects) => {
      const looks = workloads.flatMap((workload) =>
        newestPods(workload, objects).map((pod) => lookAt(workload, pod)),
      );
      await Promise.all(looks);
    },
    end: async () =>
      void (await Promise.all([...lifted].map(([name, limits]) => resize(target, name, limits)))),
  };
}

/** Changes the limits of a pod as it runs; false when the cluster refuses. */
async function resize(target: Target, pod: string, limits: Limits): Promise<boolean> {
  const containers = [...limits].map(([name, cpu]) => ({ name, resources: { limits: { cpu } } }));
  const path = `${namespaced('v1', target.namespace, 'pods')}/${pod}/resize`;
  try {
    await apiOf(target).patch(path, { spec: { containers } }, 'strategic');
    return true;
  } catch (error) {
    if (error instanceof KubeError) return false;
    throw error;
  }
}

/** A Job's pod calls itself ready at once, and what it does is what is waited for. */
function isStarting({ kind }: Workload, { status }: Pod): boolean {
  return kind === 'Job' || condition(status.conditions, 'Ready') === undefined;
}

function isOver({ status }: Pod): boolean {
  return ['Succeeded', 'Failed'].includes(status.phase ?? '');
}

/** The limits of containers that are below so many cores. */
function limitsBelow(cores: number, containers: readonly Container[]): Limits {
  const limits = containers.map(({ name, resources }) => [name, resources?.limits?.cpu] as const);
  return new Map(
    limits.flatMap(([name, cpu]) => {
      const own = cpu === undefined ? cores : coresOf(cpu);
      return own < cores ? [[name, own] as const] : [];
    }),
  );
}

/** Reads `250m` or `0.5`. */
function coresOf(quantity: string): number {
  return quantity.endsWith('m') ? Number(quantity.slice(0, -1)) / 1_000 : Number(quantity);
}
