import { expect, test } from 'vitest';
import { isMinikube, kubeconfigOf } from './current.ts';

const cluster = (name: string, provider?: string) => ({
  name,
  cluster: { extensions: [{ extension: { provider } }] },
});

test('a context is minikube’s when minikube has written it, whatever it is called', () => {
  const config = {
    contexts: [
      { name: 'work', context: { cluster: 'a' } },
      { name: 'minikube', context: { cluster: 'b' } },
    ],
    clusters: [cluster('a', 'minikube.sigs.k8s.io'), cluster('b')],
  };
  expect(isMinikube(config, 'work')).toBe(true);
  expect(isMinikube(config, 'minikube')).toBe(false);
  expect(isMinikube({}, 'none')).toBe(false);
});

test('a kubeconfig that is not there, and several at once, are refused with their names', () => {
  expect(() => kubeconfigOf({ KUBECONFIG: '/no/such/file' })).toThrow('/no/such/file');
  expect(() => kubeconfigOf({ KUBECONFIG: '/a:/b' })).toThrow('names 2 files');
});
