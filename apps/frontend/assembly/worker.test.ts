import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildIdPlaceholder, type Tree } from './pin.ts';
import { serviceWorker } from './worker.ts';

const source = await readFile(join(import.meta.dirname, '../src/worker/worker.ts'), 'utf8');
const built = (...paths: string[]): Tree =>
  new Map(paths.map((path) => [`apps/frontend/${path}`, Buffer.from('')]));

it('the worker is a script that knows the scripts and styles of its build', () => {
  const script = serviceWorker(
    source,
    built(
      '.next/static/chunks/b.js',
      '.next/static/chunks/a.css',
      '.next/static/media/font.woff2',
      `.next/static/${buildIdPlaceholder}/_buildManifest.js`,
      '.next/server/page.js',
    ),
  );
  expect(() => new Function(script)).not.toThrow();
  expect(script).toContain('["/_next/static/chunks/a.css","/_next/static/chunks/b.js"]');
});

it('another build has another worker, the same build the same', () => {
  const of = (path: string) => serviceWorker(source, built(`.next/static/chunks/${path}`));
  expect(of('a.js')).toBe(of('a.js'));
  expect(of('a.js')).not.toBe(of('b.js'));
});

it('a worker without a place for the files is refused', () => {
  expect(() => serviceWorker('const nothing = 1;', built())).toThrow(/has no JSON.parse/);
});
