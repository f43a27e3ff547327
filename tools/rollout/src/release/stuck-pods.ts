import type { KubeObject, Pod, Workload } from './objects.ts';
import { isObserved, isOwnedBy } from './newest-pods.ts';

/**
 * Pods of an older version that are not ready and keep a StatefulSet from
 * going on: its controller waits for them and never replaces them by itself.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#forced-rollback
 */
export function stuckPods(workload: Workload, objects: readonly KubeObject[]): Pod[] {
  if (workload.kind !== 'StatefulSet' || !isObserved(workload)) return [];
  return objects.filter(
    (object): object is Pod =>
      object.kind === 'Pod' &&
      isOwnedBy(object, workload) &&
      !object.metadata.deletionTimestamp &&
      object.metadata.labels?.['controller-revision-hash'] !== workload.status?.updateRevision &&
      !((object as Pod).status.containerStatuses ?? []).every(({ ready }) => ready),
  );
}
