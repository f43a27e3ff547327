import {
  engineGet,
  Failure,
  run,
  type Access,
  type Cluster,
  type ImageRef,
  type LoadResult,
  type RunOptions,
} from '@todo-chatbot/rollout';
import { fullName } from './node.ts';
import { pipeImage } from './pipe.ts';
import { push } from './registry.ts';

/** A minikube profile as the rollout needs it. */
export function minikubeCluster(profile: string, access: Access): Cluster {
  const { kubeconfig } = access;
  return {
    provider: 'minikube',
    ...access,
    startCores: 2,
    nodes: async () => [profile],
    imageId: (_node, reference) => imageId({ profile, kubeconfig }, reference),
    load: (image) => load({ profile, kubeconfig }, image),
  };
}

export interface Profile {
  profile: string;
  kubeconfig: string;
}

/**
 * Runs minikube for a profile: without a name it would take the profile
 * "minikube", whatever kubectl's context is.
 */
export function minikube(
  { profile, kubeconfig }: Profile,
  args: readonly string[],
  options: RunOptions = {},
) {
  return run('minikube', ['--profile', profile, ...args], {
    ...options,
    env: { KUBECONFIG: kubeconfig, MINIKUBE_IN_STYLE: 'false', ...options.env },
  });
}

async function imageId(profile: Profile, reference: string): Promise<string | undefined> {
  const { stdout } = await minikube(profile, ['image', 'ls', '--format', 'json']);
  return findImageId(stdout, reference);
}

/** Reads the answer of `minikube image ls --format json`; ids come without their algorithm. */
export function findImageId(json: string, reference: string): string | undefined {
  const text = json.trim();
  if (!text.startsWith('[')) return undefined;
  const images = JSON.parse(text) as { id: string; repoTags?: string[] | null }[];
  const name = fullName(reference);
  const id = images.find(({ repoTags }) => repoTags?.some((tag) => fullName(tag) === name))?.id;
  return id && !id.includes(':') ? `sha256:${id}` : id;
}

/**
 * The registry addon moves only changed layers, so it comes first. A piped
 * save moves everything, in a third of the time of the plain `image load`,
 * which besides ends well with nothing loaded.
 */
async function load(profile: Profile, image: ImageRef): Promise<LoadResult> {
  // Of the exit code only that it is 0: every other one means that it cannot be loaded to.
  if ((await minikube(profile, ['status'], { mayFail: true })).exitCode !== 0) {
    throw new Failure({
      what: `The minikube profile ${profile.profile} is not running.`,
      cure: `minikube --profile ${profile.profile} start`,
    });
  }
  const bytes = await loadByRegistry(profile, image).catch(() => undefined);
  if (bytes !== undefined && (await imageId(profile, image.reference)) === image.id) {
    return { bytes, via: 'registry' };
  }
  const command = ['minikube', '--profile', profile.profile, 'image', 'load', '-'];
  const environment = { KUBECONFIG: profile.kubeconfig };
  return { bytes: await pipeImage(image.reference, command, environment), via: 'piped save' };
}

async function loadByRegistry(profile: Profile, image: ImageRef): Promise<number> {
  const { pushed } = await push(await registryPort(profile.profile), image.reference);
  const name = `localhost:5000/${image.reference}`;
  for (const command of [
    ['pull', '--quiet', name],
    ['tag', name, image.reference],
    ['rmi', name],
  ]) {
    await minikube(profile, ['ssh', '--', 'docker', ...command]);
  }
  return pushed;
}

/** The port of this machine at which the node's registry addon is published. */
async function registryPort(node: string): Promise<number> {
  const found = await engineGet<{
    NetworkSettings: { Ports: Record<string, { HostIp: string; HostPort: string }[] | null> };
  }>(`/containers/${node}/json`);
  const ports = found?.NetworkSettings.Ports['5000/tcp'] ?? [];
  return Number(ports.find(({ HostIp }) => HostIp === '127.0.0.1')?.HostPort);
}
