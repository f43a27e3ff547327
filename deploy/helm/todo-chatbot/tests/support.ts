import { parseManifests, render, type Manifest, type RenderInput } from '../scripts/chart.ts';

/** Values as the pipeline gives them: content tags and generated secrets. */
export const pipeline = {
  image: { backend: { tag: '0123456789ab' }, frontend: { tag: 'ba9876543210' } },
  postgres: { image: 'todo-base/postgres:0f1e2d3c4b5a' },
  secrets: {
    jwtSecret: 'made-up-for-the-tests-and-long-enough-1',
    betterAuthSecret: 'made-up-for-the-tests-and-long-enough-2',
    postgresPassword: 'made-up-for-the-tests-and-long-enough-3',
  },
};

/** A database outside the cluster instead of the release's own. */
export const external = {
  ...pipeline,
  secrets: {
    ...pipeline.secrets,
    postgresPassword: '',
    databaseUrl: 'postgresql://someone:made-up@db.example.com:5432/todo',
  },
};

export const local = ['values-local.yaml'];
export const kind = [...local, 'values-kind.yaml'];
export const minikube = [...local, 'values-minikube.yaml'];

export interface Container {
  name: string;
  image: string;
  imagePullPolicy: string;
  command?: string[];
  env: {
    name: string;
    value?: string;
    valueFrom?: Record<string, { name: string; key: string }>;
  }[];
  ports?: { name: string; containerPort: number }[];
  resources: Record<'requests' | 'limits', { memory: string; cpu: string }>;
  startupProbe?: Probe;
  livenessProbe?: Probe;
  readinessProbe?: Probe;
  lifecycle?: unknown;
  securityContext?: SecurityContext;
  volumeMounts?: { name: string; mountPath: string }[];
}

export interface Probe {
  httpGet?: { path: string; port: string };
  initialDelaySeconds?: number;
  periodSeconds?: number;
}

export interface SecurityContext {
  runAsNonRoot?: boolean;
  runAsUser?: number;
  fsGroup?: number;
  privileged?: boolean;
  allowPrivilegeEscalation?: boolean;
  readOnlyRootFilesystem?: boolean;
  capabilities?: { drop?: string[]; add?: string[] };
  seccompProfile?: { type: string };
}

export interface PodSpec {
  containers: Container[];
  initContainers?: Container[];
  volumes?: ({ name: string } & Record<string, unknown>)[];
  securityContext?: SecurityContext;
  automountServiceAccountToken?: boolean;
  terminationGracePeriodSeconds?: number;
  restartPolicy?: string;
  hostNetwork?: boolean;
  hostPID?: boolean;
  hostIPC?: boolean;
}

export interface Workload extends Manifest {
  spec: {
    replicas?: number;
    strategy?: unknown;
    selector?: { matchLabels: Record<string, string> };
    volumeClaimTemplates?: { spec: { resources: { requests: { storage: string } } } }[];
    template: {
      metadata: { labels: Record<string, string>; annotations?: Record<string, string> };
      spec: PodSpec;
    };
  };
}

export interface Service extends Manifest {
  spec: {
    type?: string;
    selector: Record<string, string>;
    ports: { port: number; targetPort: string; nodePort?: number }[];
  };
}

export interface Data extends Manifest {
  data: Record<string, string>;
}

/** The objects of a release with the pipeline's values, or others. */
export async function release(input: RenderInput = {}): Promise<Manifest[]> {
  return parseManifests(await render({ values: pipeline, ...input }));
}

/** The names of all objects, `Kind/name`. */
export function names(manifests: Manifest[]): string[] {
  return manifests.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
}

/** The object whose `Kind/name` begins so. */
export function find<T extends Manifest>(manifests: Manifest[], name: string): T {
  const found = manifests.find((m) => `${m.kind}/${m.metadata.name}`.startsWith(name));
  if (!found) throw new Error(`${name} is not among ${names(manifests).join(', ')}`);
  return found as T;
}

/** Every object that makes pods. */
export function workloads(manifests: Manifest[]): Workload[] {
  return manifests.filter((m): m is Workload =>
    ['Deployment', 'StatefulSet', 'Job'].includes(m.kind),
  );
}

/** The only container of a workload. */
export function container(workload: Workload): Container {
  const [only, ...others] = workload.spec.template.spec.containers;
  if (!only || others.length > 0) throw new Error(`${workload.metadata.name}: not one container`);
  return only;
}

/** The rendered text of one template, byte for byte. */
export function templateText(text: string, template: string): string {
  const part = text.split('---\n').filter((each) => each.includes(`/templates/${template}\n`));
  if (part.length === 0) throw new Error(`${template} rendered nothing`);
  return part.join('---\n');
}
