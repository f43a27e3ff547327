import { chmod, mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fingerprint-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function tree(name: string, content: string): Promise<string> {
  const root = join(folder, name);
  await mkdir(join(root, 'sub'), { recursive: true });
  await writeFile(join(root, 'sub', 'file'), content);
  return root;
}

test('the same content in another place has the same fingerprint', async () => {
  const [a, b] = [await tree('a', 'x'), await tree('b', 'x')];
  expect(await fingerprint({ values: 1, paths: [a] })).toBe(
    await fingerprint({ values: 1, paths: [b] }),
  );
});

test('a value, a byte, a name, a link and the right to run each change it', async () => {
  const root = await tree('a', 'x');
  const seen = new Set<string>();
  const look = async (values: unknown) => seen.add(await fingerprint({ values, paths: [root] }));
  await look(1);
  await look(2);
  await writeFile(join(root, 'sub', 'file'), 'y');
  await look(2);
  await writeFile(join(root, 'other'), '');
  await look(2);
  await chmod(join(root, 'other'), 0o755);
  await look(2);
  await symlink('nowhere', join(root, 'link'));
  await look(2);
  expect(seen.size).toBe(6);
});

test('it is twelve hex digits, fit for a tag', async () => {
  expect(await fingerprint({ values: null })).toMatch(/^[0-9a-f]{12}$/);
});

test('a test beside the sources does not change it', async () => {
  const root = await tree('a', 'x');
  const before = await fingerprint({ values: 1, paths: [root] });
  await writeFile(join(root, 'a.test.ts'), '');
  expect(await fingerprint({ values: 1, paths: [root] })).toBe(before);
});
