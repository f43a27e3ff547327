import { beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../scripts/chart.ts';
import { container, find, local, names, release, type Data, type Workload } from './support.ts';

let manifests: Manifest[];
beforeAll(async () => {
  manifests = await release();
});

/** The backend goes on by itself; Next, which stops at once, is told later. */
const goesOn = {
  backend: (seconds: number) => {
    return { env: expect.arrayContaining([{ name: 'DRAIN_SECONDS', value: String(seconds) }]) };
  },
  frontend: (seconds: number) => ({ lifecycle: { preStop: { sleep: { seconds } } } }),
};
const mcp = { name: 'mcp', containerPort: 8001 };
const apps = [
  { name: 'backend' as const, port: 8000, alive: '/health', ready: '/ready', further: [mcp] },
  { name: 'frontend' as const, port: 3000, alive: '/', ready: '/', further: [] },
];

it('the objects have the names that people and checks know', () => {
  expect(names(manifests).sort()).toEqual([
    'ConfigMap/todo-config',
    'Deployment/backend',
    'Deployment/frontend',
    'Ingress/todo-ingress',
    expect.stringMatching(/^Job\/backend-migrate-0123456789ab-[0-9a-f]{8}$/),
    'Secret/todo-secrets',
    'Service/backend-service',
    'Service/frontend-service',
    'Service/postgres',
    'StatefulSet/postgres',
  ]);
  expect(new Set(manifests.map(({ metadata }) => metadata.namespace))).toEqual(
    new Set(['todo-chatbot']),
  );
});

describe.each(apps)('$name', ({ name, port, alive, ready, further }) => {
  let workload: Workload;
  beforeAll(() => {
    workload = find(manifests, `Deployment/${name}`);
  });

  it('runs twice and is found by its label', () => {
    expect(workload.spec.replicas).toBe(2);
    expect(workload.spec.selector).toEqual({ matchLabels: { app: name } });
    expect(workload.spec.template.metadata.labels).toMatchObject({
      app: name,
      'app.kubernetes.io/name': 'todo-chatbot',
      'app.kubernetes.io/instance': 'todo-chatbot',
    });
  });

  it('takes no pod away before the new one is ready', () => {
    expect(workload.spec.strategy).toEqual({
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
    });
  });

  it('is probed at the required times', () => {
    const { startupProbe, livenessProbe, readinessProbe, ports } = container(workload);
    expect(ports).toEqual([{ name: 'http', containerPort: port }, ...further]);
    expect(startupProbe).toMatchObject({
      httpGet: { path: ready, port: 'http' },
      periodSeconds: 1,
    });
    expect(livenessProbe).toMatchObject({
      httpGet: { path: alive, port: 'http' },
      initialDelaySeconds: 10,
      periodSeconds: 30,
    });
    expect(readinessProbe).toMatchObject({
      httpGet: { path: ready, port: 'http' },
      initialDelaySeconds: 5,
      periodSeconds: 10,
    });
  });

  it('keeps serving after it was told to go, and has 30 s in all', () => {
    expect(container(workload)).toMatchObject(goesOn[name](4));
    expect(workload.spec.template.spec.terminationGracePeriodSeconds).toBe(30);
  });

  it('has the required resources and is never pulled', () => {
    expect(container(workload)).toMatchObject({
      name,
      imagePullPolicy: 'Never',
      resources: {
        requests: { memory: '256Mi', cpu: '250m' },
        limits: { memory: '512Mi', cpu: '500m' },
      },
    });
  });

  it('has no place to write to', () => {
    expect(container(workload)).toMatchObject({
      securityContext: { readOnlyRootFilesystem: true },
    });
    expect(container(workload)).not.toHaveProperty('volumeMounts');
    expect(workload.spec.template.spec).not.toHaveProperty('volumes');
  });

  it('is single, small and quick with the local values', async () => {
    const small: Workload = find(await release({ files: local }), `Deployment/${name}`);
    expect(small.spec.replicas).toBe(1);
    expect(container(small)).toMatchObject({
      resources: {
        requests: { memory: '128Mi', cpu: '100m' },
        limits: { memory: '256Mi', cpu: '250m' },
      },
      livenessProbe: { initialDelaySeconds: 10, periodSeconds: 30 },
      readinessProbe: { initialDelaySeconds: 0, periodSeconds: 1 },
    });
    expect(container(small)).not.toHaveProperty('startupProbe');
    expect(container(small)).toMatchObject(goesOn[name](2));
  });
});

it('every variable that a pod takes from a map is in that map', () => {
  const maps: Record<string, Data> = {
    'todo-config': find(manifests, 'ConfigMap/todo-config'),
    'todo-secrets': find(manifests, 'Secret/todo-secrets'),
  };
  const taken = manifests
    .filter(({ kind }) => ['Deployment', 'StatefulSet', 'Job'].includes(kind))
    .flatMap((manifest) => container(manifest as Workload).env)
    .flatMap(({ valueFrom }) => Object.values(valueFrom ?? {}));
  expect(taken.length).toBeGreaterThan(10);
  for (const { name, key } of taken) expect(Object.keys(maps[name]!.data)).toContain(key);
});

it('the configuration has the required keys', () => {
  expect(find<Data>(manifests, 'ConfigMap/').data).toEqual({
    FRONTEND_URL: 'http://todo.local',
    ALLOWED_ORIGINS: 'http://todo.local,http://localhost:3000',
    BACKEND_URL: 'http://backend-service:8000',
    ENVIRONMENT: 'production',
    MCP_SERVER_PORT: '8001',
    MAIL_FROM: '',
    OPENAI_BASE_URL: '',
    OPENAI_MODEL: '',
    RESEND_BASE_URL: '',
    RESEND_RATE_PER_SECOND: '2',
  });
});

it('nothing of the pipeline runs a moving tag', () => {
  const images = manifests
    .filter(({ kind }) => ['Deployment', 'StatefulSet', 'Job'].includes(kind))
    .map((manifest) => container(manifest as Workload).image);
  expect(images.sort()).toEqual([
    'todo-backend:0123456789ab',
    'todo-backend:0123456789ab',
    'todo-base/postgres:0f1e2d3c4b5a',
    'todo-frontend:ba9876543210',
  ]);
});
