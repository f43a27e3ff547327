import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundle } from './assembly/bundle.ts';
import { compileAhead, compiledPackages } from './assembly/compile-cache.ts';

const here = import.meta.dirname;
const dist = join(here, 'dist');

const files = await bundle(here);
for (const old of await readdir(dist).catch(() => [])) {
  if (old !== compiledPackages) await rm(join(dist, old), { recursive: true });
}
for (const [path, text] of files) {
  await mkdir(dirname(join(dist, path)), { recursive: true });
  await writeFile(join(dist, path), text);
}
await cp(join(here, 'migrations'), join(dist, 'migrations'), {
  recursive: true,
  // Snapshots are for drizzle-kit; the program reads the journal and the statements.
  filter: (path) => !path.endsWith('_snapshot.json'),
});
// Tells Node what it would otherwise find out by reading the bundle twice.
await writeFile(join(dist, 'package.json'), '{ "type": "module" }\n');
await compileAhead(dist);
