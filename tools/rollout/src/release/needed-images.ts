import { configDigest } from '../config-digest.ts';
import { Failure } from '../failure.ts';
import { findImage } from '../image-store.ts';
import { loadImage } from '../load.ts';
import type { Note } from '../report.ts';
import { isWorkload, type KubeObject, type Workload } from './objects.ts';
import type { Target } from './target.ts';

interface NeededImage {
  reference: string;
  /** The node may not fetch it by itself. */
  isBrought: boolean;
}

/**
 * Sees to it that every node has the images of these objects: what is missing
 * is brought from the engine, or left for the node to fetch where it may.
 *
 * @throws {Failure} when an image is nowhere to be had.
 */
export async function ensureImages(
  target: Target,
  objects: readonly KubeObject[],
  note: Note,
): Promise<void> {
  const nodes = await target.cluster.nodes();
  const lacking = imagesOf(objects).map(async (image) => {
    const ids = nodes.map((node) => target.cluster.imageId(node, image.reference));
    return (await Promise.all(ids)).includes(undefined) ? [image] : [];
  });
  for (const image of (await Promise.all(lacking)).flat()) await bring(target, image, note);
}

/** The images that the pods of these objects run, each once. */
export function imagesOf(objects: readonly KubeObject[]): NeededImage[] {
  const containers = objects.filter(isWorkload).flatMap(containersOf);
  const images = containers.map(({ image, imagePullPolicy }) => {
    return [image, { reference: image, isBrought: imagePullPolicy === 'Never' }] as const;
  });
  return [...new Map(images).values()];
}

function containersOf({ spec }: Workload) {
  const { containers, initContainers = [] } = spec.template.spec;
  return [...initContainers, ...containers];
}

async function bring(
  { cluster }: Target,
  { reference, isBrought }: NeededImage,
  note: Note,
): Promise<void> {
  const found = await findImage(reference);
  if (found) {
    note(`bringing ${reference} back to the nodes`);
    await loadImage(cluster, { reference, id: await configDigest(reference, found) });
  } else if (isBrought) {
    throw new Failure({
      what: `${reference}, which that version runs, is neither on the nodes nor on this machine any more.`,
      cure: 'check that version out and deploy it anew',
    });
  }
}
