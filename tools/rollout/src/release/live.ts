import { collectionOf, type Collection } from '../kube/kinds.ts';
import { workloadKinds, type KubeObject } from './objects.ts';
import { apiOf, type Target } from './target.ts';

/**
 * What the cluster has of the kinds that were deployed, one list a kind. Only
 * of workloads more than the metadata is read: secrets stay where they are.
 */
export async function liveObjects(
  target: Target,
  deployed: readonly KubeObject[],
): Promise<KubeObject[]> {
  const lists = (await collectionsOf(target, deployed)).map(async ({ kind, path }) => {
    const isRead = (workloadKinds as readonly string[]).includes(kind);
    const api = apiOf(target);
    const { items } = await (isRead
      ? api.list<KubeObject>(path)
      : api.listMetadata<KubeObject>(path));
    return items.map((item) => ({ ...item, kind }));
  });
  return (await Promise.all(lists)).flat();
}

async function collectionsOf(
  target: Target,
  deployed: readonly KubeObject[],
): Promise<Collection[]> {
  const found = await Promise.all(
    deployed.map(({ apiVersion = 'v1', kind, metadata }) =>
      collectionOf(apiOf(target), { apiVersion, kind }, metadata.namespace ?? target.namespace),
    ),
  );
  const known = found.filter((collection) => collection !== undefined);
  return [...new Map(known.map((collection) => [collection.path, collection])).values()];
}
