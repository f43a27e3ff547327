import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contextFiles } from './build-context.ts';
import {
  contentParts,
  contentTag,
  hashRecord,
  hashTrees,
  type ImageContent,
} from './content-hash.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'content-hash-'));
  mkdirSync(join(root, 'dist/deep'), { recursive: true });
  writeFileSync(join(root, 'dist/main.js'), 'main');
  writeFileSync(join(root, 'dist/deep/part.js'), 'part');
  writeFileSync(join(root, 'Dockerfile'), 'FROM base');
});

afterEach(() => rmSync(root, { recursive: true }));

function content(changes: Partial<ImageContent> = {}): ImageContent {
  const { root: folder = root } = changes;
  return {
    root,
    files: contextFiles(folder, ['dist']),
    recipe: [join(root, 'Dockerfile')],
    args: { APP_FROM: 'prebuilt' },
    bases: { RUNTIME_IMAGE: 'sha256:1' },
    ...changes,
  };
}

async function tag(changes?: Partial<ImageContent>): Promise<string> {
  return contentTag(await contentParts(content(changes)));
}

test('a tag is 12 hex digits and the same every time', async () => {
  expect(await tag()).toMatch(/^[0-9a-f]{12}$/);
  expect(await tag()).toBe(await tag());
});

describe('each input changes the tag:', () => {
  const changes: Record<string, () => Partial<ImageContent> | undefined> = {
    'a byte': () => void writeFileSync(join(root, 'dist/main.js'), 'Main'),
    'a byte of a large file': () => void writeFileSync(join(root, 'dist/main.js'), 'x'.repeat(3e6)),
    'a new file': () => void writeFileSync(join(root, 'dist/.hidden'), ''),
    'a new empty folder': () => void mkdirSync(join(root, 'dist/empty')),
    'a removed file': () => rmSync(join(root, 'dist/deep/part.js')) as undefined,
    'a renamed file': () => {
      cpSync(join(root, 'dist/main.js'), join(root, 'dist/other.js'));
      rmSync(join(root, 'dist/main.js'));
      return undefined;
    },
    'the executable bit': () => chmodSync(join(root, 'dist/main.js'), 0o755) as undefined,
    'a link': () => symlinkSync('main.js', join(root, 'dist/link')) as undefined,
    'the Dockerfile': () => void writeFileSync(join(root, 'Dockerfile'), 'FROM other'),
    'a build argument': () => ({ args: { APP_FROM: 'builder' } }),
    'a base image': () => ({ bases: { RUNTIME_IMAGE: 'sha256:2' } }),
  };
  test.each(Object.keys(changes))('%s', async (name) => {
    const before = await tag();
    expect(await tag(changes[name]?.())).not.toBe(before);
  });
});

test('a part names the kind of input that changed, and the others stay', async () => {
  const before = await contentParts(content());
  const after = await contentParts(content({ bases: { RUNTIME_IMAGE: 'sha256:2' } }));
  expect({ ...after, 'base image': before['base image'] }).toEqual(before);
});

test('times, group and other bits of the mode do not matter', async () => {
  const before = await tag();
  utimesSync(join(root, 'dist/main.js'), 1, 1);
  chmodSync(join(root, 'dist/main.js'), 0o600);
  expect(await tag()).toBe(before);
});

test('a clone in another folder has the same tag', async () => {
  const before = await tag();
  const other = mkdtempSync(join(tmpdir(), 'content-hash-'));
  cpSync(root, other, { recursive: true });
  const moved = { root: other, recipe: [join(other, 'Dockerfile')] };
  expect(await tag(moved)).toBe(before);
  rmSync(other, { recursive: true });
});

test('the order of arguments does not matter, their pairing does', () => {
  expect(hashRecord({ a: '1', b: '2' })).toBe(hashRecord({ b: '2', a: '1' }));
  expect(hashRecord({ a: '1', b: '2' })).not.toBe(hashRecord({ a: '2', b: '1' }));
});

test('a path that is missing is a failure that names it', () => {
  expect(() => hashTrees(root, [join(root, 'gone')])).toThrow(/gone .*does not exist/);
});
