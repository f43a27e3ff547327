import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { options } from './esbuild-options.ts';
import { httpWithoutFetch } from './left-out.ts';
import { handOver, isPackage, takePackageImports, type Handover } from './package-imports.ts';
import { keepPackages, packagesFolder } from './packages.ts';

/** The files in which a process begins; all that belongs to a start is reached from them at once. */
const entries = ['main', 'serve', 'migrate', 'healthcheck'];

/** Every package stays outside; what this workspace names like one is own code. */
const ownCodeAlone: Plugin = {
  name: 'own-code-alone',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind !== 'entry-point' && isPackage(path) && !path.startsWith('@todo-chatbot/')
        ? { path, external: true }
        : undefined,
    );
  },
};

/** One file of own code, and what it takes from packages. */
interface Own {
  rest: string;
  handover: Handover | undefined;
}

/**
 * Bundles the program into a folder: own code beside each other, and what it takes
 * of packages below it. Bundling those is nearly all of the work; they are kept
 * while own code takes the same of the same packages.
 */
export async function bundle(project: string, dist: string): Promise<void> {
  const own = await bundleOwn(project);
  const handovers = [...own.values()].flatMap(({ handover }) => handover ?? []);
  const modules = new Map(handovers.map(({ name, source }) => [name, source]));
  const places = await keepPackages(project, dist, modules);
  for (const [name, { rest, handover }] of own) {
    const place = handover && `./${packagesFolder}/${places[handover.name]}`;
    await writeFile(join(dist, name), (place ? handover.importFrom(place) : '') + rest);
  }
}

async function bundleOwn(project: string): Promise<Map<string, Own>> {
  const { outputFiles, metafile } = await build({
    ...options,
    absWorkingDir: project,
    entryPoints: entries.map((name) => `src/${name}.ts`),
    plugins: [httpWithoutFetch, ownCodeAlone],
  });
  return new Map(
    outputFiles.map(({ path, text }) => {
      const name = basename(path);
      const { taken, rest } = takePackageImports(text);
      refuseOthers(name, metafile, new Set(taken.map(([specifier]) => specifier)));
      return [name, { rest, handover: taken.length > 0 ? handOver(taken) : undefined }];
    }),
  );
}

/** A package that own code imports late would have to be kept whole: see `src/infra/model/ai.ts`. */
function refuseOthers(name: string, { outputs }: Metafile, taken: ReadonlySet<string>): void {
  const { imports = [] } = outputs[`dist/${name}`] ?? {};
  for (const { path, kind } of imports.filter((one) => one.external && isPackage(one.path))) {
    if (kind === 'import-statement' && taken.has(path)) continue;
    throw new Error(
      `Own code imports ${path} by ${kind}. Import it in a file of its own, and that file late.`,
    );
  }
}
