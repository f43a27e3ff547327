import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bundle } from './bundle.ts';

let root: string;
let project: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'todo-bundle-'));
  project = join(root, 'apps/backend');
  write('node_modules/.package-lock.json', '{ "say": 1 }');
  write('node_modules/say/package.json', '{ "name": "say", "main": "index.js" }');
  write('node_modules/say/index.js', 'exports.say = (words) => process.stdout.write(words);');
  write('node_modules/late/package.json', '{ "name": "late", "type": "module" }');
  write(
    'node_modules/late/index.js',
    'export const late = "late";\nexport const unused = "unused";',
  );
  write('apps/backend/src/main.ts', program('hello'));
  write('apps/backend/src/late.ts', `export { late } from 'late';`);
  for (const name of ['serve', 'migrate', 'healthcheck']) write(`apps/backend/src/${name}.ts`, '');
});
afterEach(() => rmSync(root, { recursive: true }));

const program = (words: string) =>
  `import { say } from 'say';\nconst { late } = await import('./late.ts');\nsay(\`${words} \${late}\`);\n`;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Bundles into a folder, and answers where that is. */
async function into(name: string): Promise<string> {
  const dist = join(root, name);
  mkdirSync(dist, { recursive: true });
  await bundle(project, dist);
  return dist;
}

function content(dist: string): Record<string, string> {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((file) => [file.slice(dist.length), readFileSync(file, 'utf8')]),
  );
}

const packages = (dist: string) => join(dist, 'packages');
const run = (dist: string) =>
  execFileSync(process.execPath, ['--input-type=module', '-e', `import '${dist}/main.js'`], {
    encoding: 'utf8',
  });

it('the program runs, own code beside packages, without what nobody takes of them', async () => {
  const dist = await into('dist');
  write('dist/package.json', '{ "type": "module" }');
  expect(run(dist)).toBe('hello late');
  const text = Object.values(content(packages(dist))).join('');
  expect(text).toContain('process.stdout.write');
  expect(text).not.toContain('unused');
});

it('after an edit of own code the packages are left alone, and all is as if bundled anew', async () => {
  const dist = await into('dist');
  const [before, old] = [statSync(packages(dist)).ino, content(dist)];
  write('apps/backend/src/main.ts', program('good day'));
  await into('dist');
  expect(statSync(packages(dist)).ino).toBe(before);
  expect(content(dist)).not.toEqual(old);
  expect(content(dist)).toEqual(content(await into('fresh')));
});

it('another version of a package, or another name taken of it, is bundled', async () => {
  const dist = await into('dist');
  write('node_modules/.package-lock.json', '{ "say": 2 }');
  write('node_modules/say/index.js', 'exports.say = (words) => console.error(words);');
  await into('dist');
  expect(Object.values(content(packages(dist))).join('')).toContain('console.error');
  write('apps/backend/src/late.ts', `export { unused as late } from 'late';`);
  await into('dist');
  expect(Object.values(content(packages(dist))).join('')).toContain('unused');
});

it('a package that own code imports late by its name is refused, with what to do', async () => {
  write('apps/backend/src/main.ts', `await import('late');`);
  await expect(into('dist')).rejects.toThrow(/imports late by dynamic-import. Import it in a file/);
});
