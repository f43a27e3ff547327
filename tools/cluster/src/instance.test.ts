import { expect, test } from 'vitest';
import { instanceEnvironment, readInstance } from './instance.ts';

test('an empty environment gives the default instance', () => {
  const instance = readInstance({});
  expect(instance).toMatchObject({
    name: 'todo-chatbot',
    choice: undefined,
    port: 8080,
    registryPort: 5001,
    address: 'http://localhost:8080',
    isDefault: true,
  });
  expect(instance.kubeconfig).toMatch(/\/\.local\/state\/todo-chatbot\/todo-chatbot\/kubeconfig$/);
});

test('state and cache follow the XDG directories unless they are relative', () => {
  const set = readInstance({ XDG_STATE_HOME: '/s', XDG_CACHE_HOME: '/c', TODO_INSTANCE: 'second' });
  expect(set.stateDir).toBe('/s/todo-chatbot/second');
  expect(set.cacheDir).toBe('/c/todo-chatbot');
  expect(set.isDefault).toBe(false);
  expect(readInstance({ XDG_STATE_HOME: 'here' }).stateDir).not.toContain('here');
});

test('TODO_CLUSTER names a provider or a context', () => {
  expect(readInstance({ TODO_CLUSTER: 'minikube' }).choice).toEqual({ name: 'minikube' });
  const context = readInstance({ TODO_CLUSTER: 'context:arn:aws/x' }).choice;
  expect(context).toEqual({ name: 'context', context: 'arn:aws/x' });
});

test.each(['k3d', 'KIND', 'context:'])(
  'TODO_CLUSTER=%s is refused with the allowed values',
  (value) => {
    expect(() => readInstance({ TODO_CLUSTER: value })).toThrow(/kind, minikube, context:<name/);
  },
);

test.each(['0', '65536', '80a', '-1', '8080.5'])('TODO_PORT=%s is refused', (value) => {
  expect(() => readInstance({ TODO_PORT: value })).toThrow(`TODO_PORT=${value}`);
});

test('every fault is named at once', () => {
  const read = () => readInstance({ TODO_INSTANCE: 'A b', TODO_CLUSTER: 'x', TODO_PORT: 'y' });
  for (const name of ['TODO_INSTANCE', 'TODO_CLUSTER', 'TODO_PORT']) expect(read).toThrow(name);
});

test('the app and the registry cannot share a port', () => {
  expect(() => readInstance({ TODO_PORT: '5001' })).toThrow('must differ');
});

test('a child process gets the same instance', () => {
  const instance = readInstance({ TODO_INSTANCE: 'second', TODO_PORT: '9000' });
  const child = readInstance(instanceEnvironment(instance, { name: 'context', context: 'c' }));
  expect(child).toEqual({ ...instance, choice: { name: 'context', context: 'c' } });
});
