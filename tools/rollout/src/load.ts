import type { Cluster, Glance, ImageRef } from './cluster.ts';
import { Failure } from './failure.ts';
import type { Note } from './report.ts';

/** What a load did; `loaded` is false when every node had the image. */
export interface LoadedImage {
  loaded: boolean;
  reason: string;
  nodes: number;
  bytes: number;
  via: string;
}

/** What may be known of a load beforehand. */
export interface LoadOptions {
  note?: Note | undefined;
  /** What the nodes had a moment ago. */
  had?: Glance | undefined;
}

/**
 * Brings an image to every node that lacks it and checks by id that it is
 * there: neither an exit code nor a tag proves that.
 *
 * @throws {Failure} when a node still lacks the image, or holds another one under its name.
 */
export async function loadImage(
  cluster: Cluster,
  image: ImageRef,
  { note, had }: LoadOptions = {},
): Promise<LoadedImage> {
  const nodes = await cluster.nodes();
  if (nodes.length === 0) throw noNodes(cluster);
  const lacking = await nodesWithout(cluster, image, { nodes, seen: had });
  if (lacking.length === 0) {
    return { loaded: false, reason: 'already there', nodes: nodes.length, bytes: 0, via: 'none' };
  }
  const reason = lacking.some(({ found }) => found)
    ? 'another image had its name'
    : 'not there yet';
  note?.(`loading to ${lacking.length} of ${nodes.length} nodes: ${reason}`);
  const { bytes, via, seen } = await cluster.load(image);
  const still = await nodesWithout(cluster, image, { nodes, seen });
  if (still.length > 0) throw notLoaded(cluster, image, still);
  return { loaded: true, reason, nodes: lacking.length, bytes, via };
}

interface Lacking {
  node: string;
  found: string | undefined;
}

/** By what was seen of the nodes, else by asking them. */
async function nodesWithout(
  cluster: Cluster,
  { reference, id }: ImageRef,
  { nodes, seen }: { nodes: readonly string[]; seen: Glance | undefined },
): Promise<Lacking[]> {
  const idOn = seen ?? ((node: string, name: string) => cluster.imageId(node, name));
  const states = nodes.map(async (node) => ({ node, found: await idOn(node, reference) }));
  return (await Promise.all(states)).filter(({ found }) => found !== id);
}

function noNodes(cluster: Cluster): Failure {
  return new Failure({
    what: `The ${cluster.provider} cluster has no nodes.`,
    cure: 'npm stop, then npm start',
  });
}

function notLoaded(cluster: Cluster, image: ImageRef, still: readonly Lacking[]): Failure {
  const states = still.map(({ node, found }) => `${node}: ${found ?? 'absent'}`);
  return new Failure({
    what: `${image.reference} was loaded, but ${still.length} of the nodes do not have it.`,
    cure: `npx nx run-many -t minikube-load (again), then npm run doctor to check the ${cluster.provider} cluster`,
    tail: [`wanted ${image.id}`, ...states].join('\n'),
  });
}
