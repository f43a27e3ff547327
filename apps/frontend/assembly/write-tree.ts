import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Tree } from './pin.ts';

/**
 * Makes a folder hold a tree and nothing else. What is there already is left as it is: the builder
 * of the image is given again whatever was written since, though it be the same.
 */
export async function writeTree(folder: string, tree: Tree): Promise<void> {
  await removeOthers(folder, tree);
  for (const [path, bytes] of tree) {
    const file = join(folder, path);
    const before = await readFile(file).catch(() => undefined);
    if (before?.equals(bytes)) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
}

async function removeOthers(folder: string, tree: Tree): Promise<void> {
  const folders = new Set([...tree.keys()].flatMap(foldersOf));
  const there = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of there) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file);
    const belongs = entry.isDirectory() ? folders.has(path) : entry.isFile() && tree.has(path);
    if (!belongs) await rm(file, { recursive: true, force: true });
  }
}

/** `a/b/c` → `a`, `a/b`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
