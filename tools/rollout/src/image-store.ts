import { engineChange, engineGet } from './engine-api.ts';

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
  const inspected = await engineGet<Inspected>(`/images/${reference}/json`);
  return inspected && describeImage(inspected);
}

/** What matters here of the engine's answer. */
export function describeImage(image: Inspected): StoredImage {
  return {
    id: image.Id,
    bytes: image.Size,
    labels: image.Config?.Labels ?? {},
    namedByManifest: image.Descriptor?.digest === image.Id,
  };
}

/** Gives an image one more name. */
export async function tagImage(reference: string, name: string): Promise<void> {
  const { repository, tag } = splitReference(name);
  const query = new URLSearchParams({ repo: repository, tag });
  await engineChange('POST', `/images/${reference}/tag?${query}`);
}

/** Takes a name off; the image goes with its last name, and never while a container uses it. */
export async function untagImage(reference: string): Promise<void> {
  await engineChange('DELETE', `/images/${reference}?noprune=true`);
}

/** Tags of a repository on the engine, newest first; those of one second by name. */
export async function listTags(repository: string): Promise<string[]> {
  const filters = JSON.stringify({ reference: [repository] });
  const found = await engineGet<{ Created: number; RepoTags: string[] | null }[]>(
    `/images/json?${new URLSearchParams({ filters })}`,
  );
  return (found ?? [])
    .flatMap(({ Created, RepoTags }) => (RepoTags ?? []).map((name) => ({ Created, name })))
    .map(({ Created, name }) => ({ Created, ...splitReference(name) }))
    .filter((image) => image.repository === repository)
    .sort((a, b) => b.Created - a.Created || a.tag.localeCompare(b.tag))
    .map(({ tag }) => tag);
}

/** Splits `name:tag`; a port in the name is not a tag. */
export function splitReference(reference: string): { repository: string; tag: string } {
  const [, repository = reference, tag = 'latest'] = /^(.+?)(?::([^:/]+))?$/.exec(reference) ?? [];
  return { repository, tag };
}
