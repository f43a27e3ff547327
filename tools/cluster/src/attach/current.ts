import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Failure, type Access, type Cluster } from '@todo-chatbot/rollout';
import { readYaml } from '@todo-chatbot/rollout/yaml';
import { findProgram } from '../programs.ts';
import { contextCluster } from './context.ts';
import { kindCluster } from './kind.ts';
import { readRegistry } from './local-registry.ts';
import { minikubeCluster } from './minikube.ts';

/** What is read of a kubeconfig. */
export interface Kubeconfig {
  'current-context'?: string;
  contexts?: { name: string; context: { cluster: string } }[];
  clusters?: { name: string; cluster: { extensions?: { extension?: { provider?: string } }[] } }[];
}

/**
 * The cluster that kubectl would ask, by the current context of the user's kubeconfig.
 *
 * @throws {Failure} when there is none, or kubectl or helm is missing.
 */
export async function currentCluster(env: NodeJS.ProcessEnv = process.env): Promise<Cluster> {
  const kubeconfig = kubeconfigOf(env);
  const config = readYaml<Kubeconfig>(readFileSync(kubeconfig, 'utf8'));
  const context = config['current-context'];
  if (!context) {
    throw new Failure({
      what: `${kubeconfig} has no current context.`,
      cure: 'kubectl config use-context <name>; kubectl config get-contexts lists them',
    });
  }
  const tools = { kubectl: program('kubectl'), helm: program('helm') };
  return clusterOf(config, { kubeconfig, context, tools });
}

async function clusterOf(config: Kubeconfig, access: Access): Promise<Cluster> {
  const kind = /^kind-(.+)$/.exec(access.context)?.[1];
  if (kind) return kindCluster(kind, access, await readRegistry(access));
  if (isMinikube(config, access.context)) return minikubeCluster(access.context, access);
  return contextCluster(access);
}

/** minikube leaves its name in what it writes. */
export function isMinikube({ contexts = [], clusters = [] }: Kubeconfig, context: string): boolean {
  const name = contexts.find((one) => one.name === context)?.context.cluster;
  const extensions = clusters.find((one) => one.name === name)?.cluster.extensions ?? [];
  return extensions.some(({ extension }) => extension?.provider === 'minikube.sigs.k8s.io');
}

/** The user's kubeconfig; several in one variable are for kubectl to merge, not for us. */
export function kubeconfigOf(env: NodeJS.ProcessEnv): string {
  const files = (env.KUBECONFIG ?? '').split(delimiter).filter(Boolean);
  const file = files[0] ?? join(homedir(), '.kube/config');
  if (files.length > 1) {
    throw new Failure({
      what: `KUBECONFIG names ${files.length} files, and only one is read.`,
      cure: 'set it to the one with the cluster to deploy to',
    });
  }
  if (existsSync(file)) return file;
  throw new Failure({
    what: `There is no kubeconfig at ${file}.`,
    cure: 'make a cluster (kind create cluster), or set KUBECONFIG to the file of one',
  });
}

function program(name: string): string {
  const path = findProgram(name);
  if (path) return path;
  throw new Failure({ what: `${name} is not on PATH.`, cure: `install ${name}` });
}
