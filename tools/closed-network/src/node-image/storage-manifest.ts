import { dump, load, loadAll } from 'js-yaml';

/** What the provisioner's own manifest gets in place of its defaults. */
export interface StorageChoice {
  provisioner: string;
  helper: string;
}

interface Manifest {
  kind: string;
  metadata: { name: string; annotations?: Record<string, string> };
  data?: Record<string, string>;
  spec?: { template: { spec: PodSpec } };
}

interface PodSpec {
  tolerations?: object[];
  containers: { image: string; command?: string[] }[];
}

/**
 * The storage provisioner's manifest as a kind node wants it: its images are the
 * node's own, its class is the default one, its volumes are below /var, which
 * kind keeps over a restart.
 */
export function storageManifest(original: string, choice: StorageChoice): string {
  const documents = loadAll(original) as Manifest[];
  return documents.map((manifest) => dump(adapt(manifest, choice))).join('---\n');
}

function adapt(manifest: Manifest, choice: StorageChoice): Manifest {
  if (manifest.kind === 'Deployment') return adaptDeployment(manifest, choice);
  if (manifest.kind === 'StorageClass') return adaptClass(manifest);
  if (manifest.kind === 'ConfigMap') return adaptConfiguration(manifest, choice);
  return manifest;
}

function adaptDeployment(manifest: Manifest, choice: StorageChoice): Manifest {
  const pod = manifest.spec?.template.spec;
  const container = pod?.containers[0];
  if (!pod || !container?.command) throw new Error('the provisioner has no command');
  container.image = choice.provisioner;
  container.command.push('--helper-image', choice.helper);
  pod.tolerations = [{ key: 'node-role.kubernetes.io/control-plane', operator: 'Exists' }];
  return manifest;
}

function adaptClass(manifest: Manifest): Manifest {
  const annotations = { 'storageclass.kubernetes.io/is-default-class': 'true' };
  return { ...manifest, metadata: { name: 'standard', annotations } };
}

function adaptConfiguration(manifest: Manifest, choice: StorageChoice): Manifest {
  const { 'config.json': paths = '', 'helperPod.yaml': pod = '', ...rest } = manifest.data ?? {};
  const helper = load(pod) as { spec: PodSpec };
  const [container] = helper.spec.containers;
  if (!container) throw new Error('the helper pod has no container');
  container.image = choice.helper;
  return {
    ...manifest,
    data: {
      ...rest,
      'config.json': paths.replace('/opt/local-path-provisioner', '/var/local-path-provisioner'),
      'helperPod.yaml': dump(helper),
    },
  };
}
