import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { architecture } from '../machine.ts';

/** A container image made of tar files as they are. */
export interface LayeredImage {
  reference: string;
  /** Tar files, lowest first; several images may share one. */
  layers: readonly string[];
  config?: { Entrypoint?: string[]; Env?: string[]; User?: string };
}

interface Descriptor {
  mediaType: string;
  digest: string;
  size: number;
}

/**
 * Writes images as an OCI layout, which containerd imports as it is. No engine
 * has to unpack and pack half a gigabyte again on the way.
 *
 * @see https://github.com/opencontainers/image-spec/blob/main/image-layout.md
 */
export async function writeLayout(folder: string, images: readonly LayeredImage[]): Promise<void> {
  await mkdir(join(folder, 'blobs', 'sha256'), { recursive: true });
  const store = layerStore(folder);
  const manifests = [];
  for (const image of images) manifests.push(await writeImage(folder, image, store));
  await writeFile(join(folder, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
  const index = { schemaVersion: 2, manifests };
  await writeFile(join(folder, 'index.json'), JSON.stringify(index));
}

type LayerStore = (tar: string) => Promise<Descriptor>;

/** Takes each tar file in once, whoever asks for it. */
function layerStore(folder: string): LayerStore {
  const stored = new Map<string, Promise<Descriptor>>();
  return (tar) => {
    const known = stored.get(tar) ?? storeLayer(folder, tar);
    stored.set(tar, known);
    return known;
  };
}

async function storeLayer(folder: string, tar: string): Promise<Descriptor> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(tar, { highWaterMark: 1 << 20 }), hash);
  const digest = hash.digest('hex');
  await link(tar, join(folder, 'blobs', 'sha256', digest)).catch(ignoreExisting);
  const { size } = await stat(tar);
  return {
    mediaType: 'application/vnd.oci.image.layer.v1.tar',
    digest: `sha256:${digest}`,
    size,
  };
}

async function writeImage(folder: string, image: LayeredImage, store: LayerStore) {
  const layers = await Promise.all(image.layers.map(store));
  const config = await writeJson(folder, 'application/vnd.oci.image.config.v1+json', {
    architecture: architecture(),
    os: 'linux',
    config: image.config ?? {},
    rootfs: { type: 'layers', diff_ids: layers.map(({ digest }) => digest) },
  });
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const manifest = await writeJson(folder, mediaType, {
    schemaVersion: 2,
    mediaType,
    config,
    layers,
  });
  return { ...manifest, annotations: { 'io.containerd.image.name': image.reference } };
}

async function writeJson(folder: string, mediaType: string, value: object): Promise<Descriptor> {
  const text = JSON.stringify(value);
  const digest = createHash('sha256').update(text).digest('hex');
  await writeFile(join(folder, 'blobs', 'sha256', digest), text);
  return { mediaType, digest: `sha256:${digest}`, size: Buffer.byteLength(text) };
}

function ignoreExisting(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
}
