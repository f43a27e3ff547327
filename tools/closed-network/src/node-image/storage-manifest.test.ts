import { dump, load, loadAll } from 'js-yaml';
import { expect, test } from 'vitest';
import { storageManifest } from './storage-manifest.ts';

const original = [
  { kind: 'Namespace', metadata: { name: 'local-path-storage' } },
  {
    kind: 'Deployment',
    metadata: { name: 'local-path-provisioner' },
    spec: {
      template: { spec: { containers: [{ image: 'public/p:1', command: ['p', 'start'] }] } },
    },
  },
  { kind: 'StorageClass', metadata: { name: 'local-path' }, provisioner: 'rancher.io/local-path' },
  {
    kind: 'ConfigMap',
    metadata: { name: 'local-path-config' },
    data: {
      'config.json': '{"paths":["/opt/local-path-provisioner"]}',
      setup: 'mkdir',
      'helperPod.yaml': 'kind: Pod\nspec:\n  containers:\n    - image: busybox\n',
    },
  },
]
  .map((manifest) => dump(manifest))
  .join('---\n');

const choice = { provisioner: 'own/p:1', helper: 'own/shell:1' };
interface Found {
  kind: string;
  data?: Record<string, string>;
}
const documents = loadAll(storageManifest(original, choice)) as Found[];
const find = (kind: string) => documents.find((each) => each.kind === kind);

test('nothing is pulled: both images are the node’s own', () => {
  const container = { image: 'own/p:1', command: ['p', 'start', '--helper-image', 'own/shell:1'] };
  expect(find('Deployment')).toMatchObject({
    spec: { template: { spec: { containers: [container] } } },
  });
  const helper = load(find('ConfigMap')?.data?.['helperPod.yaml'] ?? '');
  expect(helper).toMatchObject({ spec: { containers: [{ image: 'own/shell:1' }] } });
});

test('its class is the default one and is called standard', () => {
  expect(find('StorageClass')).toMatchObject({
    metadata: {
      name: 'standard',
      annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' },
    },
    provisioner: 'rancher.io/local-path',
  });
});

test('volumes are below /var, and what is not named stays', () => {
  expect(find('ConfigMap')?.data).toMatchObject({
    'config.json': '{"paths":["/var/local-path-provisioner"]}',
    setup: 'mkdir',
  });
  expect(find('Namespace')).toEqual({
    kind: 'Namespace',
    metadata: { name: 'local-path-storage' },
  });
});
