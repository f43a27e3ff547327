import { join } from 'node:path';
import { findDocker } from './engine.ts';
import { Failure } from './failure.ts';
import type { StoredImage } from './image-store.ts';
import { keep, memoryFolder, recall } from './memory-file.ts';
import { run } from './run.ts';

/**
 * The digest of an image's configuration, by which a node names it. Engines
 * with the containerd store (the default from Docker 29) name images by their
 * manifest instead; there the digest is read out of the image once and kept.
 */
export async function configDigest(reference: string, image: StoredImage): Promise<string> {
  if (!image.namedByManifest) return image.id;
  const kept = join(memoryFolder(), 'config-digests', image.id.replace(':', '-'));
  const known = recall<string>(kept);
  if (known) return known;
  const digest = await readFromArchive(reference);
  keep(kept, digest);
  return digest;
}

/** Reads the digest out of the archive that `docker save` writes. */
export async function readFromArchive(reference: string): Promise<string> {
  const { path } = await findDocker();
  const script = '"$0" save "$1" | tar --extract --to-stdout --file=- manifest.json';
  const { stdout } = await run('sh', ['-c', script, path, reference]);
  return parseManifest(stdout, reference);
}

/** `Config` is `<hex>.json` in older archives and `blobs/sha256/<hex>` in newer ones. */
export function parseManifest(json: string, reference: string): string {
  const [entry] = JSON.parse(json) as { Config: string }[];
  const hex = /[0-9a-f]{64}/.exec(entry?.Config ?? '')?.[0];
  if (hex) return `sha256:${hex}`;
  throw new Failure({
    what: `The engine's archive of ${reference} does not name its configuration.`,
    cure: `build it again: docker rmi ${reference}, then npm start`,
  });
}
