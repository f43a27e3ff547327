import { newestPods } from './newest-pods.ts';
import { condition, type KubeObject, type Pod, type Workload } from './objects.ts';

/** How far a workload's rollout has come. */
export interface Progress {
  ready: number;
  wanted: number;
  done: boolean;
}

/** Reads from a workload's status whether all of its pods are of the newest kind and ready. */
export function progressOf(workload: Workload): Progress {
  if (workload.kind === 'Job') return jobProgress(workload);
  const { status = {}, spec, metadata } = workload;
  const wanted = spec.replicas ?? 1;
  const updated = status.updatedReplicas ?? 0;
  const available = status.availableReplicas ?? status.readyReplicas ?? 0;
  const seen = (status.observedGeneration ?? 0) >= (metadata.generation ?? 0);
  // Pods of an older version that are not going yet; those available are counted as theirs first.
  const old = Math.max(0, (status.replicas ?? 0) - updated);
  const ready = Math.min(updated, Math.max(0, available - old));
  const settled =
    workload.kind === 'Deployment' || status.currentRevision === status.updateRevision;
  return {
    ready,
    wanted,
    done: seen && settled && old === 0 && updated >= wanted && ready >= wanted,
  };
}

/**
 * Whether a workload is done, by what its pods say as well: a Job calls itself
 * complete only seconds after the last of them has ended well.
 */
export function isDone(workload: Workload, objects: readonly KubeObject[]): boolean {
  if (progressOf(workload).done) return true;
  if (workload.kind !== 'Job') return false;
  const ended = newestPods(workload, objects).filter(hasEndedWell);
  return ended.length >= (workload.spec.completions ?? 1);
}

function hasEndedWell({ spec, status }: Pod): boolean {
  const ends = (status.containerStatuses ?? []).map(({ state }) => state?.terminated?.exitCode);
  return ends.length === spec.containers.length && ends.every((exitCode) => exitCode === 0);
}

function jobProgress({ spec, status }: Workload): Progress {
  const wanted = spec.completions ?? 1;
  const ready = status?.succeeded ?? 0;
  return { ready, wanted, done: condition(status?.conditions, 'Complete') !== undefined };
}
