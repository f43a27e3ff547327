import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contextFiles } from './build-context.ts';
import { docker } from './engine.ts';
import { run } from './run.ts';

const image = `rollout-context-test-${process.pid}:1`;
let root: string;

const tree = [
  'Dockerfile',
  'Makefile',
  'app/main.js',
  'app/main.test.js',
  'app/node_modules/a/index.js',
  'app/dist/node_modules/kept.js',
  'app/.env',
  'docs/read.md',
  'notes.txt',
  'secret/deep/key.pem',
];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'context-'));
  for (const path of tree) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), path);
  }
  writeFileSync(join(root, 'Dockerfile'), 'FROM scratch\nCOPY . /\n');
});

afterAll(async () => {
  await docker(['rmi', image], { mayFail: true });
  rmSync(root, { recursive: true });
});

function seenByUs(sources: string[], ignoreFile?: string): string[] {
  const files = contextFiles(root, sources, ignoreFile);
  return files
    .map((path) => relative(root, path))
    .filter((path) => tree.includes(path))
    .sort();
}

/** The files of the image that the builder makes of the whole context. */
async function seenByBuilder(): Promise<string[]> {
  await docker(['build', '--quiet', '--tag', image, root]);
  const container = (await docker(['create', image, 'none'])).stdout.trim();
  const archive = join(root, '.archive');
  await docker(['export', '--output', archive, container]);
  await docker(['rm', container]);
  const { stdout } = await run('tar', ['-tf', archive]);
  rmSync(archive);
  return stdout
    .split('\n')
    .filter((path) => tree.includes(path))
    .sort();
}

test.each([
  // What an allow-list does: everything out, some of it in again, and some of that never.
  ['*\n!app\n!docs/\n**/node_modules\n!app/dist/node_modules\n**/.env\n'],
  ['node_modules\nsecret\n**/*.test.js\n'],
  ['**/*.pem\napp/*\n!app/dist\n# a remark\n\n/notes.txt\n'],
  ['!docs\n*.txt\nDockerfile\n'],
  // Upper and lower case differ.
  ['DOCS\n*.TXT\n**/MAIN.js\nsecret\n'],
  // Written in other ways than a path is.
  ['./app/main.js\n  notes.txt  \ndocs//\n! ./docs/read.md\n'],
  // Names that decide wherever they lie, before and after places that let some of it in.
  ['**/*.js\n!app\n**/dist\n!app/dist/node_modules/kept.js\n**/k*.pem\n'],
  ['app\n!app/*/node_modules\n**/read.md\ndocs/**\n!docs/read.md\n'],
])('what is kept out by %j is what the builder keeps out', async (rules) => {
  const ignoreFile = join(root, '.dockerignore');
  writeFileSync(ignoreFile, rules);
  const ours = seenByUs(['.'], ignoreFile);
  expect(ours.length).toBeGreaterThan(0);
  expect(ours).toEqual(await seenByBuilder());
});

test('a pattern stands for what it fits, a folder for all that is in it', async () => {
  expect(seenByUs(['app/*.js', './docs/'])).toEqual([
    'app/main.js',
    'app/main.test.js',
    'docs/read.md',
  ]);
});

test('a source that is not there stands for nothing', async () => {
  expect(seenByUs(['no-such-file', '../outside'])).toEqual([]);
});
