import type { Api } from './api.ts';

/** Objects of one kind in one namespace (or in none) and where the API has them. */
export interface Collection {
  kind: string;
  path: string;
  /** Which of them, by their fields, where not all are wanted: `type=Warning`. */
  fields?: string;
}

interface Resource {
  kind: string;
  name: string;
  namespaced: boolean;
}

const known = new WeakMap<Api, Map<string, Promise<Resource[]>>>();

/** Where the API has the objects of a kind; undefined when the cluster knows no such kind. */
export async function collectionOf(
  api: Api,
  { apiVersion, kind }: { apiVersion: string; kind: string },
  namespace: string,
): Promise<Collection | undefined> {
  const resources = await resourcesOf(api, apiVersion);
  // `deployments/status` and the like are parts of a resource, of the same kind.
  const found = resources.find((one) => one.kind === kind && !one.name.includes('/'));
  if (!found) return undefined;
  const path = found.namespaced
    ? namespaced(apiVersion, namespace, found.name)
    : `${root(apiVersion)}/${found.name}`;
  return { kind, path };
}

/** The path of a namespaced collection whose name in the API is known. */
export function namespaced(apiVersion: string, namespace: string, plural: string): string {
  return `${root(apiVersion)}/namespaces/${namespace}/${plural}`;
}

function root(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

function resourcesOf(api: Api, apiVersion: string): Promise<Resource[]> {
  const lists = known.get(api) ?? new Map<string, Promise<Resource[]>>();
  known.set(api, lists);
  const asked = lists.get(apiVersion) ?? ask(api, apiVersion);
  lists.set(apiVersion, asked);
  return asked;
}

async function ask(api: Api, apiVersion: string): Promise<Resource[]> {
  const list = await api.get<{ resources: Resource[] }>(root(apiVersion));
  return list?.resources ?? [];
}
