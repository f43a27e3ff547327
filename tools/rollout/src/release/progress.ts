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

function jobProgress({ spec, status }: Workload): Progress {
  const wanted = spec.completions ?? 1;
  const ready = status?.succeeded ?? 0;
  return { ready, wanted, done: condition(status?.conditions, 'Complete') !== undefined };
}
