import { docker } from './engine.ts';

/** What the engine knows about one of its images. */
export interface StoredImage {
  id: string;
  bytes: number;
  labels: Record<string, string>;
  /** True when the engine names images by manifest, as it does on the containerd store. */
  namedByManifest: boolean;
}

interface Inspected {
  Id: string;
  Size: number;
  Config?: { Labels?: Record<string, string> | null } | null;
  Descriptor?: { digest: string } | null;
}

/** Looks an image up on the engine; undefined when it is not there. */
export async function findImage(reference: string): Promise<StoredImage | undefined> {
  const { stdout, exitCode } = await docker(['image', 'inspect', reference], { mayFail: true });
  return exitCode === 0 ? parseInspected(stdout) : undefined;
}

/** Reads the answer of `docker image inspect` for one image. */
export function parseInspected(json: string): StoredImage | undefined {
  const [image] = JSON.parse(json) as Inspected[];
  if (!image) return undefined;
  return {
    id: image.Id,
    bytes: image.Size,
    labels: image.Config?.Labels ?? {},
    namedByManifest: image.Descriptor?.digest === image.Id,
  };
}

/** Gives an image one more name. */
export async function tagImage(reference: string, name: string): Promise<void> {
  await docker(['tag', reference, name]);
}

/** Tags of a repository on the engine, newest first; those of one second by name. */
export async function listTags(repository: string): Promise<string[]> {
  const format = '{{.CreatedAt}}\t{{.Tag}}';
  const { stdout } = await docker(['images', repository, '--format', format]);
  return stdout
    .split('\n')
    .map((line) => line.split('\t') as [string, string | undefined])
    .sort(([a, x = ''], [b, y = '']) => b.localeCompare(a) || x.localeCompare(y))
    .flatMap(([, tag]) => (tag && tag !== '<none>' ? [tag] : []));
}
