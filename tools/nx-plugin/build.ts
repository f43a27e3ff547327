import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import manifest from './package.json' with { type: 'json' };

const here = import.meta.dirname;
const dist = join(here, 'dist');

/** Packages written as CommonJS expect what an ES module does not have. */
const banner = [
  "import { createRequire as __createRequire } from 'node:module';",
  'const require = __createRequire(import.meta.url);',
].join('');

/** Makes of the plugin, and of what it stands on, a package that needs no other. */
rmSync(dist, { recursive: true, force: true });
await build({
  absWorkingDir: here,
  entryPoints: ['src/index.js', 'src/executor/run-batch.js', 'src/executor/run-one.ts'],
  outdir: dist,
  outbase: 'src',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node22',
  format: 'esm',
  legalComments: 'linked',
  banner: { js: banner },
  logLevel: 'warning',
});

const executors = readFileSync(join(here, 'executors.json'), 'utf8').replaceAll('./src/', './');
writeFileSync(join(dist, 'executors.json'), executors);
cpSync(join(here, 'src/executor/schema.json'), join(dist, 'executor/schema.json'));
cpSync(join(here, 'README.md'), join(dist, 'README.md'));
cpSync(join(here, '../../LICENSE'), join(dist, 'LICENSE'));
const { name, version, description, license, type, peerDependencies } = manifest;
const packed = {
  ...{ name, version, description, license, type },
  exports: { '.': './index.js', './package.json': './package.json' },
  executors: './executors.json',
  peerDependencies,
};
writeFileSync(join(dist, 'package.json'), `${JSON.stringify(packed, null, 2)}\n`);
