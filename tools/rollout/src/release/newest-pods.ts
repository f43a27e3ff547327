import type { KubeObject, Pod, Workload } from './objects.ts';

const revision = 'deployment.kubernetes.io/revision';

/**
 * The pods that belong to the newest version of a workload. Those of an older
 * one may be failing for reasons of their own and say nothing about a deploy.
 */
export function newestPods(workload: Workload, objects: readonly KubeObject[]): Pod[] {
  if (!isObserved(workload)) return [];
  const pods = objects.filter(
    (object): object is Pod => object.kind === 'Pod' && !object.metadata.deletionTimestamp,
  );
  switch (workload.kind) {
    case 'Deployment':
      return newestReplicaSets(workload, objects).flatMap((set) =>
        pods.filter((pod) => isOwnedBy(pod, set)),
      );
    case 'StatefulSet':
      return pods.filter(
        (pod) =>
          isOwnedBy(pod, workload) &&
          pod.metadata.labels?.['controller-revision-hash'] === workload.status?.updateRevision,
      );
    default:
      return pods.filter((pod) => isOwnedBy(pod, workload));
  }
}

function newestReplicaSets(deployment: Workload, objects: readonly KubeObject[]): KubeObject[] {
  return objects.filter(
    (object) =>
      object.kind === 'ReplicaSet' &&
      isOwnedBy(object, deployment) &&
      object.metadata.annotations?.[revision] === deployment.metadata.annotations?.[revision],
  );
}

/** Until its controller has seen a change, a workload's status describes the version before. */
export function isObserved({ kind, status, metadata }: Workload): boolean {
  return kind === 'Job' || (status?.observedGeneration ?? 0) >= (metadata.generation ?? 0);
}

export function isOwnedBy(object: KubeObject, owner: KubeObject): boolean {
  return (object.metadata.ownerReferences ?? []).some(
    ({ kind, name }) => kind === owner.kind && name === owner.metadata.name,
  );
}
