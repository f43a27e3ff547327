import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { entries } from './entries.ts';

const run = promisify(execFile);

// Node reads only what its own user has compiled; this is the user of the image.
const imageUser = 1001;

/*
 * What is compiled is named by the way to it from its source. In the image both folders are one,
 * beside the program, so here both lie beside it too.
 */
export const compiledPackages = 'compiled-packages';
const compiledOwn = 'compiled';

// What own code loads later is left out: it would move with every edit.
const atStart = entries.map((name) => `./${name}.js`);

const scriptsIn = async (folder: string) =>
  (await readdir(folder)).filter((name) => name.endsWith('.js')).sort();

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
  if (!stderr.includes('all linked')) throw new Error(`The program cannot be linked.\n${stderr}`);
}

/** The packages that own code imports, at once or later. */
async function importedPackages(dist: string, own: readonly string[]): Promise<string[]> {
  const texts = await Promise.all(own.map((name) => readFile(join(dist, name), 'utf8')));
  const paths = texts.flatMap((text) => text.match(/(?<=")\.\/packages\/[^"/]+(?=")/g) ?? []);
  return [...new Set(paths)].sort();
}

/** Node's folder within holds its version, the machine's kind and the user, who changes here. */
async function give(folder: string, user: number): Promise<void> {
  for (const name of await readdir(folder)) {
    await rename(join(folder, name), join(folder, name.replace(/-\d+$/, `-${user}`)));
  }
}

/** Compiles the packages, unless that is what lies there. */
async function compilePackages(dist: string, modules: readonly string[]): Promise<void> {
  const folder = join(dist, compiledPackages);
  const label = join(folder, 'made-of.json');
  // The names carry a hash of the content.
  const content = JSON.stringify([process.version, ...modules]);
  const before = await readFile(label, 'utf8').catch(() => undefined);
  if (before === content) return;
  await rm(folder, { recursive: true, force: true });
  await compile(dist, compiledPackages, modules);
  await give(folder, imageUser);
  await writeFile(label, content);
}

/** Compiles own code, which reads what was compiled of the packages; keeps only its own. */
async function compileOwn(dist: string, modules: readonly string[]): Promise<void> {
  const [folder, packages] = [join(dist, compiledOwn), join(dist, compiledPackages)];
  await rm(folder, { recursive: true, force: true });
  await cp(packages, folder, { recursive: true });
  await give(folder, process.getuid?.() ?? imageUser);
  await compile(dist, compiledOwn, modules);
  await give(folder, imageUser);
  for (const path of await readdir(packages, { recursive: true })) {
    if ((await stat(join(packages, path))).isFile()) await rm(join(folder, path), { force: true });
  }
}

/** Elsewhere there is no `/proc`, and the image's Node would not read what another system's made. */
async function leaveEmpty(dist: string): Promise<void> {
  for (const folder of [compiledPackages, compiledOwn]) {
    await mkdir(join(dist, folder), { recursive: true });
  }
}

/**
 * Makes the compiled code that Node reads by `NODE_COMPILE_CACHE` instead of compiling at its
 * start, once for packages and once for own code. Same input, same bytes.
 *
 * @param dist the bundled program. What an earlier build compiled of the same packages is kept.
 * @see https://nodejs.org/docs/latest-v24.x/api/module.html#module-compile-cache
 */
export async function compileAhead(dist: string): Promise<void> {
  if (process.platform !== 'linux') return leaveEmpty(dist);
  const own = await scriptsIn(dist);
  await compilePackages(dist, await importedPackages(dist, own));
  await compileOwn(dist, atStart);
}
