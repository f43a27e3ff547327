import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeTree } from './write-tree.ts';

let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'todo-tree-')), 'dist');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const tree = (files: Record<string, string>) =>
  new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
const there = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

it('what is there already is not written again, what differs is', async () => {
  await writeTree(folder, tree({ 'a/same': 'same', 'a/other': 'one' }));
  const long = new Date('2026-01-01');
  for (const name of ['same', 'other']) utimesSync(join(folder, 'a', name), long, long);
  await writeTree(folder, tree({ 'a/same': 'same', 'a/other': 'two' }));
  expect(statSync(join(folder, 'a/same')).mtime).toEqual(long);
  expect(statSync(join(folder, 'a/other')).mtime).not.toEqual(long);
});

it('nothing else stays, whatever it is', async () => {
  await writeTree(
    folder,
    tree({ 'a/b/file': '1', 'a/c/file': '1', 'old/deep/file': '1', swap: '1' }),
  );
  mkdirSync(join(folder, 'empty'));
  symlinkSync('nowhere', join(folder, 'a/link'));
  writeFileSync(join(folder, 'a/b/more'), '');
  await writeTree(folder, tree({ 'a/b/file': '1', 'a/c': 'a file now', 'swap/inside': '2' }));
  expect(there()).toEqual(['a', 'a/b', 'a/b/file', 'a/c', 'swap', 'swap/inside']);
});
