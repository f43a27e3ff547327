import type { BuildOptions } from 'esbuild';

// Packages written as CommonJS expect what an ES module does not have.
const banner = `
import { createRequire as __createRequire } from 'node:module';
import { dirname as __dirnameOf } from 'node:path';
import { fileURLToPath as __toPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __toPath(import.meta.url);
const __dirname = __dirnameOf(__filename);
`;

/** How everything of the program is bundled. */
export const options = {
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
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
  write: false,
  metafile: true,
} satisfies BuildOptions;
