import type { Cluster } from './cluster.ts';
import { engineChange } from './engine-api.ts';
import { docker, findDocker } from './engine.ts';
import { listTags } from './image-store.ts';

/** So many are removed at once, that not every deploy looks through engine, nodes and registry. */
const atOnce = 5;

/** Newest images that are kept whatever runs: another cluster of this machine may want them. */
const keptAnyway = 10;

/** Which tags to remove: neither named in `needed` nor among the newest. `tags` are newest first. */
export function superfluousTags(tags: readonly string[], needed: ReadonlySet<string>): string[] {
  const ours = tags.filter((tag) => tag !== 'latest');
  return ours.slice(keptAnyway).filter((tag) => !needed.has(tag));
}

/**
 * Removes old images of a repository from the engine, and then from the
 * cluster's nodes. What Helm's history can go back to stays; an image that a
 * container uses is left alone by the engine.
 *
 * @param needed tags that run, or that a rollback can reach.
 */
export async function pruneImages(
  repository: string,
  needed: ReadonlySet<string>,
  cluster?: Pick<Cluster, 'prune'>,
): Promise<string[]> {
  const tags = superfluousTags(await listTags(repository), needed);
  if (tags.length < atOnce) return [];
  const references = tags.map((tag) => `${repository}:${tag}`);
  await docker(['rmi', ...references], { mayFail: true });
  await Promise.all([cluster?.prune?.(repository, needed), boundBuildCache()]);
  return tags;
}

/** Bytes of its cache that a builder is left. */
const keptCache = 10e9;

/**
 * Has an engine drop what its builder has not used for longest. From Docker 23 on
 * engines do so by themselves; before, a cache grows with every build.
 *
 * @see https://docs.docker.com/build/cache/garbage-collection/
 */
export async function boundBuildCache(keep = keptCache): Promise<void> {
  const { engine } = await findDocker();
  if (Number.parseInt(engine, 10) >= 23) return;
  await engineChange('POST', `/build/prune?keep-storage=${keep}`);
}
