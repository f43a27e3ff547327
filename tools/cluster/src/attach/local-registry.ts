import { openApi, type Access } from '@todo-chatbot/rollout';
import { readYaml } from '@todo-chatbot/rollout/yaml';
import type { ClusterRegistry } from './kind.ts';

/** Where a cluster says which registry is beside it, by a convention that kind documents. */
export const hostingMap = {
  namespace: 'kube-public',
  name: 'local-registry-hosting',
  key: 'localRegistryHosting.v1',
} as const;

interface Hosting {
  host?: string;
  hostFromContainerRuntime?: string;
  hostFromClusterNetwork?: string;
}

/** The registry that a cluster names; undefined when it names none, or none of this machine. */
export async function readRegistry(access: Access): Promise<ClusterRegistry | undefined> {
  const { namespace, name, key } = hostingMap;
  const path = `/api/v1/namespaces/${namespace}/configmaps/${name}`;
  const found = await openApi(access).get<{ data?: Record<string, string> }>(path);
  return parseHosting(found?.data?.[key] ?? '');
}

/** Reads the convention's text. */
export function parseHosting(text: string): ClusterRegistry | undefined {
  const hosting = readYaml<Hosting>(text);
  const port = /^(?:localhost|127\.0\.0\.1):(\d+)$/.exec(hosting.host ?? '')?.[1];
  const onNetwork = hosting.hostFromContainerRuntime ?? hosting.hostFromClusterNetwork;
  return port && onNetwork ? { port: Number(port), onNetwork } : undefined;
}
