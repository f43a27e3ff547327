import { expect, test } from 'vitest';
import { registryHosts } from './registry-hosts.ts';

test('images keep one address whatever the registry’s container is called', () => {
  const { path, content } = registryHosts('demo-registry');
  expect(path).toBe('/etc/containerd/certs.d/kind-registry:5000/hosts.toml');
  expect(content).toContain('[host."http://demo-registry:5000"]');
});
