import { run } from '@todo-chatbot/rollout';
import { parse } from 'yaml';
import type { Access } from './access.ts';
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
  const { kubeconfig, context, tools } = access;
  const where = ['--kubeconfig', kubeconfig, '--context', context];
  const what = ['--namespace', hostingMap.namespace, '--ignore-not-found', '--output', 'json'];
  const { stdout } = await run(tools.kubectl, [
    ...['get', 'configmap', hostingMap.name],
    ...where,
    ...what,
  ]);
  if (stdout.trim() === '') return undefined;
  const { data = {} } = JSON.parse(stdout) as { data?: Record<string, string> };
  return parseHosting(data[hostingMap.key] ?? '');
}

/** Reads the convention's text. */
export function parseHosting(text: string): ClusterRegistry | undefined {
  const hosting = (parse(text) ?? {}) as Hosting;
  const port = /^(?:localhost|127\.0\.0\.1):(\d+)$/.exec(hosting.host ?? '')?.[1];
  const onNetwork = hosting.hostFromContainerRuntime ?? hosting.hostFromClusterNetwork;
  return port && onNetwork ? { port: Number(port), onNetwork } : undefined;
}
