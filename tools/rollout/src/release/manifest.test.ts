import { expect, test } from 'vitest';
import { deployment } from './fixtures.ts';
import { driftOf, parseManifestObjects } from './manifest.ts';

const manifest = `---
# Source: todo-chatbot/templates/backend-service.yaml
apiVersion: v1
kind: Service
metadata:
  name: backend-service
---
# Source: todo-chatbot/templates/empty.yaml
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: backend }
spec:
  replicas: 2
  template: { spec: { containers: [{ name: backend, image: "todo-backend:new" }] } }
`;

const deployed = parseManifestObjects(manifest);
const service = { kind: 'Service', metadata: { name: 'backend-service' } };

test('a manifest is read object by object; empty documents are left out', () => {
  expect(deployed.map(({ kind }) => kind)).toEqual(['Service', 'Deployment']);
});

test('what runs as deployed has no drift', () => {
  expect(driftOf(deployed, [service, deployment('backend')])).toEqual({ broken: [], unready: [] });
});

test('a missing object is broken', () => {
  const { broken } = driftOf(deployed, [deployment('backend')]);
  expect(broken).toEqual(['Service backend-service is missing']);
});

test('an image or a number of replicas changed by hand is broken', () => {
  const changed = deployment('backend');
  changed.spec.replicas = 0;
  changed.spec.template.spec.containers = [{ name: 'backend', image: 'todo-backend:other' }];
  expect(driftOf(deployed, [service, changed]).broken).toEqual([
    'Deployment backend runs todo-backend:other',
    'Deployment backend was scaled to 0',
  ]);
});

test('a Deployment that is as deployed and not ready is unready', () => {
  const slow = deployment('backend', { availableReplicas: 1 });
  expect(driftOf(deployed, [service, slow])).toEqual({
    broken: [],
    unready: ['Deployment backend is ready 1/2'],
  });
});
