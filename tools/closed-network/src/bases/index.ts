import { ensureImage } from '../image.ts';
import { imageSource } from '../source.ts';
import type { Work } from '../work.ts';
import { nodeRecipe } from './node.ts';
import { postgresRecipe } from './postgres.ts';
import { registryRecipe } from './registry.ts';
import { runtimeRecipe } from './runtime.ts';

/** References of the images that others stand on. */
export interface Bases {
  /** Node, npm and a shell: for building from source. */
  node: string;
  /** Node alone, at /nodejs/bin/node: for finished apps. */
  runtime: string;
  /** PostgreSQL 15. */
  postgres: string;
}

const published: Bases & { registry: string } = {
  node: 'node:24-bookworm-slim',
  runtime: 'gcr.io/distroless/nodejs24-debian12',
  postgres: 'postgres:15-alpine',
  registry: 'registry:3',
};

/** Public base images where a registry answers, else the same made of packages. */
export async function resolveBases(work: Work = {}): Promise<Bases> {
  const [node, runtime, postgres] = await Promise.all([
    resolveBase('node', work),
    resolveBase('runtime', work),
    resolveBase('postgres', work),
  ]);
  return { node, runtime, postgres };
}

const recipes = { node: nodeRecipe, runtime: runtimeRecipe, postgres: postgresRecipe };

/** One of the bases, so that a caller waits for no more than it needs. */
export async function resolveBase(name: keyof Bases, work: Work = {}): Promise<string> {
  if ((await imageSource()) === 'public') return published[name];
  return ensureImage(recipes[name](), work);
}

/** The image of a registry to run beside the cluster. */
export async function ensureRegistryImage(work: Work = {}): Promise<string> {
  if ((await imageSource()) === 'public') return published.registry;
  return ensureImage(registryRecipe(), work);
}
