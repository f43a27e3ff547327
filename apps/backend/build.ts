import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './assembly/bundle.ts';
import { compiledPackages, compilePackages } from './assembly/compile-cache.ts';
import { packagesFolder, packagesLabel } from './assembly/packages.ts';

const here = import.meta.dirname;
const dist = join(here, 'dist');

// What is made of packages seldom changes, and takes most of the time.
const kept = [packagesFolder, packagesLabel, compiledPackages];

await mkdir(dist, { recursive: true });
for (const old of await readdir(dist)) {
  if (!kept.includes(old)) await rm(join(dist, old), { recursive: true });
}
await bundle(here, dist);
await cp(join(here, 'migrations'), join(dist, 'migrations'), {
  recursive: true,
  // Snapshots are for drizzle-kit; the program reads the journal and the statements.
  filter: (path) => !path.endsWith('_snapshot.json'),
});
// Tells Node what it would otherwise find out by reading the bundle twice.
await writeFile(join(dist, 'package.json'), '{ "type": "module" }\n');
await compilePackages(dist);
