import { ensureRegistryImage } from '@todo-chatbot/closed-network';
import { docker } from '@todo-chatbot/rollout';
import type { Instance } from '../instance.ts';
import type { Work } from './provider.ts';
import { containerState, pushHost } from './registry.ts';

/** The docker network that kind puts its nodes on. */
const network = 'kind';

/** The registry's name, also its address on the cluster's network: two instances share that network. */
export const registryName = (instance: Instance) => `${instance.name}-registry`;
export const registryOnNetwork = (instance: Instance) => `${registryName(instance)}:5000`;

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

export async function removeRegistry(instance: Instance): Promise<void> {
  await docker(['rm', '--force', '--volumes', registryName(instance)], { mayFail: true });
}
