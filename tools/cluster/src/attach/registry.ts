import {
  docker,
  engineGet,
  exchange,
  Failure,
  splitReference,
  tagImage,
  untagImage,
  type Exchange,
} from '@todo-chatbot/rollout';

/** A layer or configuration that an image consists of. */
export interface Blob {
  digest: string;
  size: number;
}

interface Manifest {
  config?: Blob;
  layers?: Blob[];
  manifests?: { digest: string; platform?: { architecture?: string; os?: string } }[];
}

/** Where docker pushes to; on loopback docker accepts plain HTTP. */
export const pushHost = (port: number) => `127.0.0.1:${port}`;

/** What a push left in the registry, and the bytes that it took. */
export interface Pushed {
  blobs: Blob[];
  pushed: number;
}

/**
 * Pushes an image to a registry on a local port; docker moves only the layers
 * that the registry lacks.
 */
export async function push(port: number, reference: string): Promise<Pushed> {
  const name = `${pushHost(port)}/${reference}`;
  await tagImage(reference, name);
  try {
    const [{ stdout: output }, image] = await Promise.all([
      docker(['push', name], {
        cure: 'npm start (it brings the registry back), then the same command again',
      }),
      engineGet<{ RootFS: { Layers: string[] } }>(`/images/${reference}/json`),
    ]);
    const blobs = await fetchBlobs(port, reference);
    return { blobs, pushed: pushedBytes(output, image?.RootFS.Layers ?? [], blobs) };
  } finally {
    await untagImage(name);
  }
}

async function fetchBlobs(port: number, reference: string): Promise<Blob[]> {
  const { repository, tag } = splitReference(reference);
  let manifest = await fetchManifest(port, `${repository}/manifests/${tag}`);
  const platform = manifest.manifests?.find(({ platform: p }) => p?.os !== 'unknown');
  if (platform) manifest = await fetchManifest(port, `${repository}/manifests/${platform.digest}`);
  return [...(manifest.layers ?? []), ...(manifest.config ? [manifest.config] : [])];
}

/** The tags of a repository in the registry at a port; none when it does not know it. */
export async function listTagsAt(port: number, repository: string): Promise<string[]> {
  const { body } = await exchange(port, { method: 'GET', path: `/v2/${repository}/tags/list` });
  const { tags } = JSON.parse(body) as { tags?: string[] | null };
  return tags ?? [];
}

async function fetchManifest(port: number, path: string): Promise<Manifest> {
  const Accept = [
    'application/vnd.docker.distribution.manifest.v2+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.oci.image.index.v1+json',
  ].join(', ');
  const asked: Exchange = { method: 'GET', path: `/v2/${path}`, headers: { Accept } };
  const { status, body } = await exchange(port, asked);
  if (status === 200) return JSON.parse(body) as Manifest;
  throw new Failure({
    what: `The local registry does not show ${path} after a push (${status}).`,
    cure: 'npm stop, then npm start',
  });
}

/**
 * The bytes of the layers that docker says it pushed. It names a layer by the
 * digest of its content, the registry by that of its compressed form; the order
 * is the same.
 */
export function pushedBytes(
  output: string,
  contents: readonly string[],
  blobs: readonly Blob[],
): number {
  const pushed = [...output.matchAll(/^([0-9a-f]{12}): Pushed/gm)].map(([, id]) => `sha256:${id}`);
  return blobs
    .filter(({ digest }, index) =>
      pushed.some((id) => contents[index]?.startsWith(id) || digest.startsWith(id)),
    )
    .reduce((sum, { size }) => sum + size, 0);
}

/** The bytes of the blobs that are not in a list of digests. */
export function missingBytes(wanted: readonly Blob[], present: Iterable<string>): number {
  const there = new Set(present);
  return wanted.filter(({ digest }) => !there.has(digest)).reduce((sum, { size }) => sum + size, 0);
}

/** The state of a container by name: `running`, `exited` …; undefined when there is none. */
export async function containerState(name: string): Promise<string | undefined> {
  const found = await engineGet<{ State: { Status: string } }>(`/containers/${name}/json`);
  return found?.State.Status;
}
