import type { Detail } from '../report.ts';
import { newestPods } from './newest-pods.ts';
import type { ContainerStatus, KubeObject, Pod, Workload } from './objects.ts';

/** What each pod of the workloads does that are waited for, for a live terminal. */
export function watchPods(): (
  waiting: readonly Workload[],
  objects: readonly KubeObject[],
) => Detail[] {
  // By what is shown, so that each thing that a pod does has its own time.
  const begun = new Map<string, number>();
  return (waiting, objects) =>
    waiting
      .flatMap((workload) => newestPods(workload, objects))
      .map((pod) => ({ name: pod.metadata.name, text: doingOf(pod) }))
      .map((line) => {
        const key = `${line.name} ${line.text}`;
        const since = begun.get(key) ?? performance.now();
        begun.set(key, since);
        return { ...line, since };
      });
}

/** What a pod is doing, in a few words. */
export function doingOf(pod: Pod): string {
  const { phase, conditions, containerStatuses = [], initContainerStatuses = [] } = pod.status;
  if (phase === 'Succeeded') return 'done';
  if (phase === 'Failed') return 'failed';
  const isPlaced = conditions?.some(
    ({ type, status }) => type === 'PodScheduled' && status === 'True',
  );
  if (containerStatuses.length === 0) return isPlaced ? 'being made' : 'waits for a node';
  const preparing = initContainerStatuses.find(({ state }) => state?.running);
  if (preparing) return `preparing (${preparing.name})`;
  const slowest = containerStatuses.find(({ ready }) => !ready);
  return slowest ? containerDoing(slowest) : 'ready';
}

function containerDoing({ state, restartCount }: ContainerStatus): string {
  const { reason = '' } = state?.waiting ?? {};
  if (state?.terminated) return 'ended';
  if (state?.running) return restartCount > 0 ? `starting again (${restartCount})` : 'starting';
  return ['', 'ContainerCreating', 'PodInitializing'].includes(reason) ? 'being made' : reason;
}
