import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { docker, findImage } from '@todo-chatbot/rollout';
import { fingerprint } from './fingerprint.ts';
import { architecture, cacheDir, home } from './machine.ts';
import { exclusively } from './produce.ts';
import { buildRoot, layOver, packTree, type Root } from './root.ts';
import type { Work } from './work.ts';

/** An image of one layer: a Debian root, files of this project, and what `fill` adds. */
export interface ImageRecipe {
  name: string;
  root: Root;
  /** Folders below `images/` that are laid over the root, in this order. */
  overlays: readonly string[];
  /** Dockerfile instructions for the image's configuration. */
  config: readonly string[];
  /** Puts further files into the folder that is laid over the root. */
  fill?: (folder: string, work: Work) => Promise<void>;
  /** Stands for what `fill` adds: versions, digests. */
  filled?: unknown;
}

/** The reference of a recipe's image; its tag changes with what goes in. */
export async function imageReference(recipe: ImageRecipe): Promise<string> {
  return `todo-base/${recipe.name}:${await recipeFingerprint(recipe)}`;
}

/** Twelve hex digits for everything that decides what a recipe's image will be. */
export function recipeFingerprint(recipe: ImageRecipe): Promise<string> {
  const { root, overlays, config, filled } = recipe;
  return fingerprint({
    values: [architecture(), root, config, filled],
    paths: [...overlays.map(overlayFolder), join(home, 'src', 'root.ts')],
  });
}

/** Builds a recipe's image unless the engine has it, and returns its reference. */
export async function ensureImage(recipe: ImageRecipe, work: Work = {}): Promise<string> {
  const reference = await imageReference(recipe);
  return produceImage(reference, () => buildImage(recipe, reference, work), work);
}

/** Runs `make` unless the engine has the image; one maker at a time. */
export async function produceImage(
  reference: string,
  make: () => Promise<void>,
  work: Work,
): Promise<string> {
  if (await imageExists(reference)) return reference;
  await exclusively(
    reference,
    async () => {
      if (!(await imageExists(reference))) await make();
    },
    work,
  );
  return reference;
}

/** Makes a recipe's image of a fresh root. The tag is set last, so an image is whole or not there. */
export async function buildImage(
  recipe: ImageRecipe,
  reference: string,
  work: Work,
): Promise<void> {
  const folder = join(cacheDir(), 'images', recipe.name);
  const tree = join(folder, 'tree');
  const overlay = join(folder, 'tree.tar');
  const context = join(folder, 'context');
  await rm(folder, { recursive: true, force: true });
  await mkdir(context, { recursive: true });
  try {
    await layOver(tree, recipe.overlays.map(overlayFolder));
    await recipe.fill?.(tree, work);
    work.note?.(`installing packages for ${recipe.name}`);
    await packTree(tree, overlay, work);
    await buildRoot(recipe.root, { overlay, tar: join(context, 'root.tar'), work });
    const lines = ['FROM scratch', 'ADD root.tar /', ...recipe.config];
    await writeFile(join(context, 'Dockerfile'), `${lines.join('\n')}\n`);
    await docker(['build', '--tag', reference, context], { log: work.log });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether the engine has an image of that name. */
export async function imageExists(reference: string): Promise<boolean> {
  return (await findImage(reference)) !== undefined;
}

/** The folder of files that a recipe names. */
export function overlayFolder(name: string): string {
  return join(home, 'images', name);
}
