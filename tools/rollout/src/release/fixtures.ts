import type { Cluster } from '../cluster.ts';
import type { ApiServer } from '../kube/double/api-server.ts';
import type {
  ContainerStatus,
  EndpointSlice,
  KubeObject,
  Pod,
  Service,
  Workload,
} from './objects.ts';
import type { Target } from './target.ts';

/** A release on a small API server. */
export const targetOn = ({ api }: ApiServer, cluster = {} as Cluster): Target => {
  return { cluster, namespace: 'ns', release: 'todo', api };
};

/** Objects as the cluster's API gives them, for tests: a rollout that is complete unless changed. */
export function deployment(name: string, changes: Partial<Workload['status']> = {}): Workload {
  return {
    kind: 'Deployment',
    metadata: {
      name,
      generation: 2,
      annotations: { 'deployment.kubernetes.io/revision': '2' },
    },
    spec: {
      replicas: 2,
      template: { spec: { containers: [{ name, image: `todo-${name}:new` }] } },
    },
    status: {
      observedGeneration: 2,
      replicas: 2,
      updatedReplicas: 2,
      availableReplicas: 2,
      ...changes,
    },
  };
}

export function replicaSet(name: string, owner: string, revision: string): KubeObject {
  return {
    kind: 'ReplicaSet',
    metadata: {
      name,
      annotations: { 'deployment.kubernetes.io/revision': revision },
      ownerReferences: [{ kind: 'Deployment', name: owner }],
    },
  };
}

export function pod(
  name: string,
  owner: { kind: string; name: string },
  container: Partial<ContainerStatus> = {},
): Pod {
  return {
    kind: 'Pod',
    metadata: { name, ownerReferences: [owner], creationTimestamp: '2026-01-01T00:00:00Z' },
    spec: { containers: [{ name: 'backend', image: 'todo-backend:new' }] },
    status: {
      containerStatuses: [{ name: 'backend', ready: true, restartCount: 0, ...container }],
    },
  };
}

export function service(name: string, selector: Record<string, string>): Service {
  return { kind: 'Service', metadata: { name }, spec: { selector } };
}

/** The addresses behind a Service: pod → its conditions. */
export function endpointSlice(
  service: string,
  pods: Record<string, { ready: boolean; serving: boolean }>,
): EndpointSlice {
  return {
    kind: 'EndpointSlice',
    metadata: { name: `${service}-1`, labels: { 'kubernetes.io/service-name': service } },
    endpoints: Object.entries(pods).map(([name, conditions]) => ({
      conditions,
      targetRef: { kind: 'Pod', name },
    })),
  };
}

/** Where the API has the kinds that a rollout is watched by. */
export function observedPaths(namespace: string) {
  const of = (group: string, plural: string) => `${group}/namespaces/${namespace}/${plural}`;
  return {
    Deployment: of('/apis/apps/v1', 'deployments'),
    StatefulSet: of('/apis/apps/v1', 'statefulsets'),
    ReplicaSet: of('/apis/apps/v1', 'replicasets'),
    Job: of('/apis/batch/v1', 'jobs'),
    Pod: of('/api/v1', 'pods'),
    Service: of('/api/v1', 'services'),
    Event: of('/api/v1', 'events'),
    EndpointSlice: of('/apis/discovery.k8s.io/v1', 'endpointslices'),
  };
}
