import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const node = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'node', uid: '1', resourceVersion: '1' },
  status: { conditions: [{ type: 'Ready', status: 'True' }] },
};

/** As much of a Kubernetes API as kubectl asks to see that a cluster is ready. */
const answers: Record<string, unknown> = {
  '/readyz': 'ok',
  '/version': { major: '1', minor: '36', gitVersion: 'v1.36.3' },
  '/api': { kind: 'APIVersions', versions: ['v1'] },
  '/apis': { kind: 'APIGroupList', apiVersion: 'v1', groups: [] },
  '/api/v1': {
    kind: 'APIResourceList',
    groupVersion: 'v1',
    resources: [
      {
        name: 'nodes',
        singularName: 'node',
        kind: 'Node',
        namespaced: false,
        verbs: ['list', 'get', 'watch'],
      },
    ],
  },
  '/api/v1/nodes': {
    apiVersion: 'v1',
    kind: 'NodeList',
    metadata: { resourceVersion: '1' },
    items: [node],
  },
};

/** Serves it on a free port; returns the server and a kubeconfig for it. */
export async function serveApi(): Promise<{ server: Server; kubeconfig: string }> {
  const server = createServer((request, response) => {
    const answer = answers[new URL(request.url ?? '', 'http://localhost').pathname];
    response.statusCode = answer === undefined ? 404 : 200;
    response.setHeader('content-type', 'application/json');
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer ?? {}));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'double',
    clusters: [{ name: 'double', cluster: { server: url } }],
    contexts: [{ name: 'double', context: { cluster: 'double', user: '' } }],
  };
  return { server, kubeconfig: JSON.stringify(config) };
}
