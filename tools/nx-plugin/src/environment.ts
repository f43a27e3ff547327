import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure, type Cluster, type Note } from '@todo-chatbot/rollout';

/** What a workspace may say of where its images stand and where they go. */
export interface Environment {
  /** The cluster to deploy to. */
  connect(): Promise<Cluster>;
  /**
   * Values for build arguments by which a Dockerfile names its base images, of
   * those given; for a network without the usual registries.
   */
  buildArguments?(names: readonly string[], note?: Note): Promise<Record<string, string>>;
}

/** The environment that the options name, else the current context of the kubeconfig. */
export async function loadEnvironment(root: string, module?: string): Promise<Environment> {
  if (!module) {
    const { currentCluster } = await import('@todo-chatbot/cluster/current');
    return { connect: currentCluster };
  }
  const url = pathToFileURL(resolve(root, module)).href;
  const loaded = (await import(url)) as Partial<Environment>;
  if (typeof loaded.connect === 'function') return loaded as Environment;
  throw new Failure({
    what: `${module}, the plugin's environment in nx.json, does not export a function connect().`,
    cure: 'export one that returns a Cluster, or take the option away for the current kubeconfig context',
  });
}
