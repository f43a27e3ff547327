import { join } from 'node:path';
import { ensureRegistryImage } from '@todo-chatbot/closed-network';
import { docker } from '@todo-chatbot/rollout';
import type { Instance } from '../instance.ts';
import { dump } from 'js-yaml';
import { hostingMap } from '../attach/local-registry.ts';
import type { ClusterRegistry } from '../attach/kind.ts';
import { kubectl, type Kubernetes } from './kubernetes.ts';
import type { Work } from './provider.ts';
import { containerState, listTagsAt, pushHost } from '../attach/registry.ts';

/** The docker network that kind puts its nodes on. */
const network = 'kind';

/** The registry's name, also its address on the cluster's network: two instances share that network. */
export const registryName = (instance: Instance) => `${instance.name}-registry`;
export const registryOf = (instance: Instance): ClusterRegistry => ({
  port: instance.registryPort,
  onNetwork: `${registryName(instance)}:5000`,
});

/** Makes sure that the instance's registry runs and that nodes reach it. */
export async function ensureRegistry(instance: Instance, work: Work): Promise<void> {
  const name = registryName(instance);
  const state = await containerState(name);
  if (state === 'running') return;
  if (state !== undefined) {
    await docker(['start', name], { log: work.log });
    return;
  }
  const image = await ensureRegistryImage(work);
  await docker(
    [
      ...['run', '--detach', '--restart=always', '--name', name, '--network', network],
      ...['--publish', `${pushHost(instance.registryPort)}:5000`, image],
    ],
    { log: work.log },
  );
}

/**
 * Writes into the cluster where its registry is, so that any tool finds it.
 *
 * @see https://github.com/kubernetes/enhancements/tree/master/keps/sig-cluster-lifecycle/generic/1755-communicating-a-local-registry
 */
export async function publishRegistry(kubernetes: Kubernetes, instance: Instance): Promise<void> {
  const { port, onNetwork } = registryOf(instance);
  const hosting = {
    host: pushHost(port),
    hostFromContainerRuntime: onNetwork,
    hostFromClusterNetwork: onNetwork,
  };
  const object = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: hostingMap.name, namespace: hostingMap.namespace },
    data: { [hostingMap.key]: dump(hosting) },
  };
  await kubectl(kubernetes, ['apply', '--filename', '-'], { input: JSON.stringify(object) });
}

/** So many versions of an image may pile up in the registry. */
const mostTags = 25;

/**
 * Begins with an empty registry when much has piled up in it: it only brings
 * images to the nodes, and what runs is there. The next push is a whole one.
 */
export async function renewRegistry(instance: Instance, repository: string): Promise<void> {
  const tags = await listTagsAt(instance.registryPort, repository);
  if (tags.length <= mostTags) return;
  await removeRegistry(instance);
  await ensureRegistry(instance, {
    note: () => undefined,
    log: join(instance.logsDir, 'registry.log'),
  });
}

export async function removeRegistry(instance: Instance): Promise<void> {
  await docker(['rm', '--force', '--volumes', registryName(instance)], { mayFail: true });
}
