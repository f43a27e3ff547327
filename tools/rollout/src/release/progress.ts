import { condition, type Workload } from './objects.ts';

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
  const ready = Math.min(updated, status.availableReplicas ?? status.readyReplicas ?? 0);
  const seen = (status.observedGeneration ?? 0) >= (metadata.generation ?? 0);
  // Old pods that still count (status leaves out those already going) belong to the rollout.
  const onlyNew = (status.replicas ?? 0) <= updated;
  const settled =
    workload.kind === 'Deployment' || status.currentRevision === status.updateRevision;
  return {
    ready,
    wanted,
    done: seen && settled && onlyNew && updated >= wanted && ready >= wanted,
  };
}

function jobProgress({ spec, status }: Workload): Progress {
  const wanted = spec.completions ?? 1;
  const ready = status?.succeeded ?? 0;
  return { ready, wanted, done: condition(status?.conditions, 'Complete') !== undefined };
}
