import {
  Failure,
  findImage,
  openApi,
  type Access,
  type Api,
  type Cluster,
  type ImageRef,
  type LoadResult,
} from '@todo-chatbot/rollout';
import { fullName, imageIdOn } from './node.ts';
import { containerState } from './registry.ts';
import { importOn } from './import.ts';

/** A cluster of which only the API is known; its nodes may be containers of the local engine. */
export function contextCluster(access: Access): Cluster {
  const api = openApi(access);
  return {
    provider: 'context',
    ...access,
    nodes: async () => (await readNodes(api)).map(({ metadata }) => metadata.name),
    imageId: (node, reference) => imageId(api, node, reference),
    load: (image) => load(api, image),
  };
}

interface NodeObject {
  metadata: { name: string };
  status: { images?: { names?: string[] }[] };
}

async function readNodes(api: Api): Promise<NodeObject[]> {
  return (await api.list<NodeObject>('/api/v1/nodes')).items;
}

/**
 * A node that is a container here tells the id itself. Of any other node only
 * the names of its images are known; the tag is a hash of the content, so the
 * name stands for the id that the local engine has under it.
 */
async function imageId(api: Api, name: string, reference: string): Promise<string | undefined> {
  if (await isLocal(name)) return imageIdOn(name, reference);
  const node = (await readNodes(api)).find(({ metadata }) => metadata.name === name);
  const named = node?.status.images?.some(({ names }) => names?.includes(fullName(reference)));
  return named ? (await findImage(reference))?.id : undefined;
}

async function load(api: Api, image: ImageRef): Promise<LoadResult> {
  const nodes = (await readNodes(api)).map(({ metadata }) => metadata.name);
  for (const node of nodes) if (!(await isLocal(node))) throw notOurs(node, image);
  return importOn(nodes, image.reference);
}

async function isLocal(node: string): Promise<boolean> {
  return (await containerState(node)) === 'running';
}

function notOurs(node: string, { reference }: ImageRef): Failure {
  return new Failure({
    what: `The node ${node} does not have ${reference}, and is not a container of the local engine.`,
    cure: `bring the image there by the cluster's own means, then the same command again`,
  });
}
