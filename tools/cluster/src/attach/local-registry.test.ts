import { expect, test } from 'vitest';
import { parseHosting } from './local-registry.ts';

test('the registry is read as kind documents it', () => {
  const text = 'host: "localhost:5001"\nhostFromContainerRuntime: "kind-registry:5000"\n';
  expect(parseHosting(text)).toEqual({ port: 5001, onNetwork: 'kind-registry:5000' });
});

test('a registry that is not of this machine, or that no node is told of, is none', () => {
  expect(
    parseHosting('host: registry.example.org\nhostFromContainerRuntime: r:5000'),
  ).toBeUndefined();
  expect(parseHosting('host: localhost:5001')).toBeUndefined();
  expect(parseHosting('')).toBeUndefined();
});
