import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { produce } from './produce.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'produce-'));
  vi.stubEnv('XDG_CACHE_HOME', folder);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

test('two who want the same thing at once have it made once', async () => {
  const target = join(folder, 'thing');
  let makers = 0;
  const make = async (part: string) => {
    makers += 1;
    await writeFile(part, 'whole');
  };
  await Promise.all([produce(target, make), produce(target, make)]);
  expect(makers).toBe(1);
  expect(await readFile(target, 'utf8')).toBe('whole');
});

test('a maker that fails leaves no target, and the next one starts afresh', async () => {
  const target = join(folder, 'thing');
  const fail = async (part: string) => {
    await writeFile(part, 'half');
    throw new Error('interrupted');
  };
  await expect(produce(target, fail)).rejects.toThrow('interrupted');
  expect(await readdir(folder)).not.toContain('thing');
  await produce(target, (part) => writeFile(part, 'whole', { flag: 'wx' }));
  expect(await readFile(target, 'utf8')).toBe('whole');
});
