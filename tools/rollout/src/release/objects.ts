/** The parts of Kubernetes objects that a rollout looks at. */
export interface KubeObject {
  apiVersion?: string;
  kind: string;
  metadata: {
    name: string;
    uid?: string;
    resourceVersion?: string;
    namespace?: string;
    generation?: number;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    ownerReferences?: { kind: string; name: string }[];
    creationTimestamp?: string;
    deletionTimestamp?: string;
  };
}

export interface Condition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  lastTransitionTime?: string;
}

export interface Container {
  name: string;
  image: string;
  imagePullPolicy?: string;
  resources?: { limits?: { cpu?: string } };
}

/** Deployment, StatefulSet or Job. */
export interface Workload extends KubeObject {
  spec: {
    replicas?: number;
    completions?: number;
    progressDeadlineSeconds?: number;
    template: { spec: { containers: Container[]; initContainers?: Container[] } };
  };
  status?: {
    observedGeneration?: number;
    replicas?: number;
    updatedReplicas?: number;
    availableReplicas?: number;
    readyReplicas?: number;
    succeeded?: number;
    currentRevision?: string;
    updateRevision?: string;
    conditions?: Condition[];
  };
}

/** How a container's run ended. */
export interface Ended {
  reason?: string;
  message?: string;
  exitCode?: number;
  startedAt?: string;
}

export interface ContainerStatus {
  name: string;
  ready: boolean;
  restartCount: number;
  state?: {
    running?: { startedAt?: string };
    waiting?: { reason?: string; message?: string };
    terminated?: Ended;
  };
  lastState?: { terminated?: Ended };
}

export interface Pod extends KubeObject {
  spec: { containers: Container[] };
  status: {
    phase?: string;
    conditions?: Condition[];
    containerStatuses?: ContainerStatus[];
    initContainerStatuses?: ContainerStatus[];
  };
}

export interface Service extends KubeObject {
  spec: { selector?: Record<string, string> };
}

/** One part of the addresses behind a Service, which it names in a label. */
export interface EndpointSlice extends KubeObject {
  endpoints?: {
    /** `serving` is ready or not, even when on its way out; `ready` excludes what is on its way out. */
    conditions?: { ready?: boolean; serving?: boolean };
    targetRef?: { kind?: string; name?: string };
  }[];
}

/** Kinds whose pods a release waits for. */
export const workloadKinds = ['Deployment', 'StatefulSet', 'Job'] as const;

/** `Deployment backend`: how an object is named to a person. */
export function nameOf({ kind, metadata }: KubeObject): string {
  return `${kind} ${metadata.name}`;
}

export function isWorkload(object: KubeObject): object is Workload {
  return (workloadKinds as readonly string[]).includes(object.kind);
}

export function condition(
  conditions: Condition[] | undefined,
  type: string,
): Condition | undefined {
  return conditions?.find((one) => one.type === type && one.status === 'True');
}
