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
  const idNow = (node: string) => cluster.imageId(node, image.reference);
  const lacking = await nodesWithout(
    image,
    nodes,
    had ? (node) => had(node, image.reference) : idNow,
  );
  if (lacking.length === 0) {
    return { loaded: false, reason: 'already there', nodes: nodes.length, bytes: 0, via: 'none' };
  }
  const reason = lacking.some(({ found }) => found)
    ? 'another image had its name'
    : 'not there yet';
  note?.(`loading to ${lacking.length} of ${nodes.length} nodes: ${reason}`);
  const { bytes, via } = await cluster.load(image);
  const still = await nodesWithout(image, nodes, idNow);
  if (still.length > 0) throw notLoaded(cluster, image, still);
  return { loaded: true, reason, nodes: lacking.length, bytes, via };
}

interface Lacking {
  node: string;
  found: string | undefined;
}

async function nodesWithout(
  image: ImageRef,
  nodes: readonly string[],
  idOn: (node: string) => Promise<string | undefined> | string | undefined,
): Promise<Lacking[]> {
  const states = await Promise.all(nodes.map(async (node) => ({ node, found: await idOn(node) })));
  return states.filter(({ found }) => found !== image.id);
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
