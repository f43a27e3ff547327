import {
  engineGet,
  type Access,
  type Cluster,
  type ImageRef,
  type LoadResult,
} from '@todo-chatbot/rollout';
import { contentOn, fullName, imageIdOn, imageIdsOn, pruneOn, pullOn } from './node.ts';
import { missingBytes, push } from './registry.ts';
import { importOn } from './import.ts';

/** A registry beside a kind cluster. */
export interface ClusterRegistry {
  /** Where this machine pushes, on loopback. */
  port: number;
  /** Its host and port as nodes reach it. */
  onNetwork: string;
}

/** A kind cluster as the rollout needs it. */
export function kindCluster(
  name: string,
  access: Access,
  registry: ClusterRegistry | undefined,
): Cluster {
  const nodes = async () => (await kindNodes(name)).map((node) => node.name);
  return {
    provider: 'kind',
    ...access,
    startCores: 2,
    nodes,
    glance: async () => {
      const all = (await nodes()).map(async (node) => [node, await imageIdsOn(node)] as const);
      const ids = new Map(await Promise.all(all));
      return (node, reference) => ids.get(node)?.get(fullName(reference));
    },
    imageId: imageIdOn,
    load: async (image) =>
      registry
        ? loadByRegistry(await nodes(), image, registry)
        : importOn(await nodes(), image.reference),
    prune: async (repository, needed) => {
      await Promise.all((await nodes()).map((node) => pruneOn(node, repository, needed)));
    },
  };
}

export interface KindNode {
  name: string;
  running: boolean;
}

/** The nodes of a kind cluster, which are containers of the local engine. */
export async function kindNodes(cluster: string): Promise<KindNode[]> {
  const filters = JSON.stringify({ label: [`io.x-k8s.kind.cluster=${cluster}`] });
  const found = await engineGet<{ Names: string[]; State: string }[]>(
    `/containers/json?${new URLSearchParams({ all: 'true', filters })}`,
  );
  return (found ?? []).map(({ Names: [name = ''], State }) => ({
    name: name.replace(/^\//, ''),
    running: State === 'running',
  }));
}

/** Pushes what the registry lacks, and has every node pull what it lacks. */
export async function loadByRegistry(
  nodes: readonly string[],
  { reference }: Pick<ImageRef, 'reference'>,
  { port, onNetwork }: ClusterRegistry,
): Promise<LoadResult> {
  const [{ blobs }, present] = await Promise.all([
    push(port, reference),
    Promise.all(nodes.map(contentOn)),
  ]);
  const pulled = nodes.map(
    async (node) => [node, await pullOn(node, onNetwork, reference)] as const,
  );
  const ids = new Map(await Promise.all(pulled));
  const moved = present.map((digests) => missingBytes(blobs, digests));
  const bytes = moved.reduce((sum, each) => sum + each, 0);
  return { bytes, via: 'registry', seen: (node) => ids.get(node) };
}
