import { setTimeout as pause } from 'node:timers/promises';
import { kubectl, type Kubernetes } from './kubernetes.ts';

/** How long a cluster that came back may take to look at all its pods, in milliseconds. */
const longestBlindness = 90_000;

/** What is read of a pod here. */
export interface PodState {
  metadata: { name: string };
  status: {
    conditions?: { type: string; status: string }[];
    containerStatuses?: { state: { running?: { startedAt: string } } }[];
  };
}

/**
 * Pods that the cluster calls ready on the word of a node that has been restarted since: no
 * container has outlived the node, so one that is older is not there any more.
 */
export function stalePods(pods: readonly PodState[], nodeStart: Date): string[] {
  const isReady = ({ status }: PodState) =>
    status.conditions?.some(({ type, status: state }) => type === 'Ready' && state === 'True');
  const isOlder = ({ status }: PodState) =>
    status.containerStatuses?.some(
      ({ state }) => state.running && new Date(state.running.startedAt) < nodeStart,
    );
  return pods.filter((pod) => isReady(pod) && isOlder(pod)).map(({ metadata }) => metadata.name);
}

/**
 * Waits, for a while, until the cluster has noticed which pods went down with their node. Until
 * then it calls them ready, and whoever asks is told that the app runs.
 */
export async function waitUntilSeenAgain(kubernetes: Kubernetes, nodeStart: Date): Promise<void> {
  const end = Date.now() + longestBlindness;
  while (Date.now() < end) {
    const args = ['get', 'pods', '--all-namespaces', '--output=json'];
    const { exitCode, stdout } = await kubectl(kubernetes, args, { mayFail: true });
    if (exitCode === 0) {
      const { items } = JSON.parse(stdout) as { items: PodState[] };
      if (stalePods(items, nodeStart).length === 0) return;
    }
    await pause(250);
  }
}
