import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

// Node reads only what its own user has compiled; this is the user of the image.
const imageUser = 1001;

/**
 * What is compiled is named by the way to it from its source. In the image this folder is beside the
 * program, so here it lies beside it too.
 */
export const compiledPackages = 'compiled-packages';

// The same wherever the program lies: where it was compiled is written into what is compiled.
const here = '/proc/self/cwd';

/**
 * Has Node compile modules into a folder without running them: when the first one fails, all are
 * linked. With the seed V8 writes the same bytes each time; it is no part of what it checks later.
 */
async function compile(dist: string, into: string, modules: readonly string[]): Promise<void> {
  const [stop, link] = [join(dist, 'stop.mjs'), join(dist, 'link.mjs')];
  await writeFile(stop, "throw new Error('all linked');\n");
  const imports = ['./stop.mjs', ...modules].map((path) => `import ${JSON.stringify(path)};\n`);
  await writeFile(link, imports.join(''));
  const flags = ['--random-seed=1', '--preserve-symlinks', '--preserve-symlinks-main'];
  const { stderr } = await run(process.execPath, [...flags, `${here}/link.mjs`], {
    cwd: dist,
    env: { NODE_COMPILE_CACHE: `${here}/${into}`, NODE_COMPILE_CACHE_PORTABLE: '1' },
  }).catch((failure: { stderr: string }) => failure);
  await Promise.all([rm(stop), rm(link)]);
  if (!stderr.includes('all linked')) throw new Error(`The packages cannot be linked.\n${stderr}`);
}

/** The packages that own code imports, at once or later. */
async function importedPackages(dist: string): Promise<string[]> {
  const own = (await readdir(dist)).filter((name) => name.endsWith('.js'));
  const texts = await Promise.all(own.map((name) => readFile(join(dist, name), 'utf8')));
  const paths = texts.flatMap((text) => text.match(/(?<=")\.\/packages\/[^"/]+(?=")/g) ?? []);
  return [...new Set(paths)].sort();
}

/** Node's folder within holds its version, the machine's kind and the user, who changes here. */
async function giveToImage(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    await rename(join(folder, name), join(folder, name.replace(/-\d+$/, `-${imageUser}`)));
  }
}

/**
 * Makes the compiled code of packages that Node reads by `NODE_COMPILE_CACHE` instead of compiling
 * at its start, unless an earlier build made it of the same packages. Same input, same bytes. Own
 * code is left out: compiling it takes each build longer than it takes a start.
 *
 * @param dist the bundled program.
 * @see https://nodejs.org/docs/latest-v24.x/api/module.html#module-compile-cache
 */
export async function compilePackages(dist: string): Promise<void> {
  const folder = join(dist, compiledPackages);
  // Elsewhere there is no `/proc`, and the image's Node would not read what another system's made.
  if (process.platform !== 'linux') return void (await mkdir(folder, { recursive: true }));
  const modules = await importedPackages(dist);
  const label = join(folder, 'made-of.json');
  // The names carry a hash of the content.
  const content = JSON.stringify([process.version, ...modules]);
  if ((await readFile(label, 'utf8').catch(() => undefined)) === content) return;
  await rm(folder, { recursive: true, force: true });
  await compile(dist, compiledPackages, modules);
  await giveToImage(folder);
  await writeFile(label, content);
}
