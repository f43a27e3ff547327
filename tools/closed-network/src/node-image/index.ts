import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { goPrograms, groupFingerprint } from '../go-build.ts';
import { pinnedVersion } from '../go-module.ts';
import { fingerprint } from '../fingerprint.ts';
import { ensureImage, produceImage, recipeFingerprint } from '../image.ts';
import { ensureKubectl } from '../kubectl-helm.ts';
import { cacheDir, home } from '../machine.ts';
import { imageSource } from '../source.ts';
import type { Work } from '../work.ts';
import { assembleNode } from './assemble.ts';
import { nodeRootRecipe, nodeShellRecipe } from './recipes.ts';
import { ensureShellTar } from './shell.ts';

/** The image that the pinned kind makes nodes of when it is not told otherwise. */
const published =
  'kindest/node:v1.37.0@sha256:a1ed56cfb0e7b93589bdf97c8cd566405a265939e3620fc4f5de89adff580ae5';

/**
 * The image of a kind node: the published one where a registry answers, else
 * one with everything a cluster starts with, compiled and packed here.
 */
export async function ensureNodeImage(work: Work = {}): Promise<string> {
  if ((await imageSource()) === 'public') return published;
  const reference = await nodeImageReference();
  return produceImage(reference, () => build(reference, work), work);
}

/** The reference of the node image made here; its tag changes with what goes in. */
export async function nodeImageReference(): Promise<string> {
  const own = ['images/kind-node', 'src/node-image', 'src/registry-hosts.ts'];
  const values = await Promise.all([
    groupFingerprint('cluster'),
    groupFingerprint('storage'),
    recipeFingerprint(nodeRootRecipe()),
    recipeFingerprint(nodeShellRecipe()),
  ]);
  const content = await fingerprint({ values, paths: own.map((path) => join(home, path)) });
  return `todo-base/kind-node:${await pinnedVersion('k8s.io/kubernetes')}-${content}`;
}

/** Packages are downloaded and unpacked beside the compilation. */
async function build(reference: string, work: Work): Promise<void> {
  const folder = join(cacheDir(), 'images', 'kind-node');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const quiet = { log: work.log };
  const [programs, root, shell, kubectl] = await Promise.all([
    compile(work),
    ensureImage(nodeRootRecipe(), quiet),
    ensureShellTar(quiet),
    ensureKubectl(quiet),
  ]);
  work.note?.('packing the node image');
  try {
    await assembleNode({ ...programs, root, shell, kubectl, folder, reference }, work);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One after the other, because the second finds most of its packages compiled by the first. */
async function compile(work: Work): Promise<{ cluster: string; storage: string }> {
  const cluster = await goPrograms('cluster', work);
  return { cluster, storage: await goPrograms('storage', work) };
}
