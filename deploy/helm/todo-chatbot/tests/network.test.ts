import { expect, it } from 'vitest';
import {
  find,
  kind,
  minikube,
  names,
  pipeline,
  release,
  type Data,
  type Service,
} from './support.ts';

it('the backend is inside the cluster at 8000 (MCP: 8001), the frontend outside at 3000', async () => {
  const manifests = await release();
  expect(find<Service>(manifests, 'Service/backend-service').spec).toEqual({
    type: 'ClusterIP',
    selector: { app: 'backend' },
    ports: [
      { name: 'http', port: 8000, targetPort: 'http' },
      { name: 'mcp', port: 8001, targetPort: 'mcp' },
    ],
  });
  expect(find<Service>(manifests, 'Service/frontend-service').spec).toEqual({
    type: 'LoadBalancer',
    selector: { app: 'frontend' },
    ports: [{ name: 'http', port: 3000, targetPort: 'http' }],
  });
});

it('the ingress sends /api to the backend and the rest to the frontend', async () => {
  const { spec } = find(await release(), 'Ingress/todo-ingress') as unknown as {
    spec: { ingressClassName: string; rules: { host: string; http: { paths: unknown[] } }[] };
  };
  expect(spec.ingressClassName).toBe('nginx');
  expect(spec.rules).toHaveLength(1);
  expect(spec.rules[0]!.host).toBe('todo.local');
  expect(spec.rules[0]!.http.paths).toMatchObject([
    { path: '/api', backend: { service: { name: 'backend-service' } } },
    { path: '/', backend: { service: { name: 'frontend-service' } } },
  ]);
});

it('a certificate makes the address https', async () => {
  const ingress = { host: 'todo.example.com', tlsSecret: 'todo-tls' };
  const manifests = await release({ values: { ...pipeline, ingress } });
  expect(find<Data>(manifests, 'ConfigMap/').data.FRONTEND_URL).toBe('https://todo.example.com');
  expect(find(manifests, 'Ingress/').spec).toMatchObject({
    tls: [{ hosts: ['todo.example.com'], secretName: 'todo-tls' }],
  });
});

it('on minikube the site is node port 30080 too, beside the ingress of its addon', async () => {
  const manifests = await release({ files: minikube });
  expect(names(manifests)).toContain('Ingress/todo-ingress');
  const { spec } = find<Service>(manifests, 'Service/frontend-service');
  expect(spec.type).toBe('NodePort');
  expect(spec.ports[0]?.nodePort).toBe(30080);
});

it('on kind the site is node port 30080 at localhost:8080, without an ingress', async () => {
  const manifests = await release({ files: kind });
  expect(names(manifests)).not.toContain('Ingress/todo-ingress');
  expect(find<Service>(manifests, 'Service/frontend-service').spec).toMatchObject({
    type: 'NodePort',
    ports: [{ port: 3000, nodePort: 30080 }],
  });
  expect(find<Data>(manifests, 'ConfigMap/').data).toMatchObject({
    FRONTEND_URL: 'http://localhost:8080',
    ALLOWED_ORIGINS: 'http://localhost:8080,http://127.0.0.1:8080',
  });
});
