import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pin, type Tree } from './pin.ts';
import { serviceWorker } from './worker.ts';
import { writeTree } from './write-tree.ts';

const project = join(import.meta.dirname, '..');
const workspace = join(project, '../..');

/** What a build traced for itself: nothing reads it when the site runs, and every build changes it. */
const isTrace = (name: string) => name.endsWith('.nft.json');

async function read(folder: string, place: string, tree: Tree): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((e) => !e.isDirectory() && !isTrace(e.name))) {
    const file = join(entry.parentPath, entry.name);
    tree.set(join(place, relative(folder, file)), await readFile(file));
  }
}

/** Puts together what runs: Next's standalone tree, its static files, the public folder, the worker. */
async function assemble(): Promise<void> {
  const tree: Tree = new Map();
  await read(join(project, '.next/standalone'), '', tree);
  await read(join(project, '.next/static'), 'apps/frontend/.next/static', tree);
  await read(join(project, 'public'), 'apps/frontend/public', tree);
  const worker = await readFile(join(project, 'src/worker/worker.ts'), 'utf8');
  tree.set('apps/frontend/public/sw.js', Buffer.from(serviceWorker(worker, tree)));
  pin(tree, workspace);
  await writeTree(join(project, 'dist'), tree);
}

await assemble();
