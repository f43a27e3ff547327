import { expect, test } from 'vitest';
import { chooseProvider } from './select.ts';

const instance = { name: 'todo', choice: undefined };
const nothing = { made: undefined, minikube: false };

test('minikube is taken when it is installed, kind otherwise', () => {
  expect(chooseProvider(instance, { ...nothing, minikube: true })).toEqual({ name: 'minikube' });
  expect(chooseProvider(instance, nothing)).toEqual({ name: 'kind' });
});

test('TODO_CLUSTER comes before what is installed', () => {
  const wish = { ...instance, choice: { name: 'kind' } as const };
  expect(chooseProvider(wish, { ...nothing, minikube: true })).toEqual({ name: 'kind' });
});

test('a cluster that was made stays with its provider, also when minikube is installed later', () => {
  const made = { name: 'kind' } as const;
  expect(chooseProvider(instance, { made, minikube: true })).toEqual(made);
});

test('a TODO_CLUSTER that contradicts the cluster is refused with both ways out', () => {
  const wish = { ...instance, choice: { name: 'context', context: 'other' } as const };
  const choose = () => chooseProvider(wish, { made: { name: 'kind' }, minikube: false });
  expect(choose).toThrow('runs on kind, not on context:other');
});

test('minikube that is asked for but not installed is refused', () => {
  const wish = { ...instance, choice: { name: 'minikube' } as const };
  expect(() => chooseProvider(wish, nothing)).toThrow('minikube is not installed');
});
