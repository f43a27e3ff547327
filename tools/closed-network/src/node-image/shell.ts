import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { overlayFolder, recipeFingerprint } from '../image.ts';
import { cacheDir } from '../machine.ts';
import { produce } from '../produce.ts';
import { buildRoot, layOver, packTree } from '../root.ts';
import type { Work } from '../work.ts';
import { nodeShellRecipe } from './recipes.ts';

/** The root with a shell as a tar file, kept in the cache: a layer of several images. */
export async function ensureShellTar(work: Work): Promise<string> {
  const recipe = nodeShellRecipe();
  const target = join(cacheDir(), 'roots', `${recipe.name}-${await recipeFingerprint(recipe)}.tar`);
  return produce(
    target,
    async (part) => {
      const tree = `${part}.d`;
      await rm(tree, { recursive: true, force: true });
      await mkdir(tree, { recursive: true });
      await layOver(tree, recipe.overlays.map(overlayFolder));
      await packTree(tree, `${part}.overlay`, work);
      await buildRoot(recipe.root, { overlay: `${part}.overlay`, tar: part, work });
      await rm(tree, { recursive: true });
      await rm(`${part}.overlay`);
    },
    work,
  );
}
