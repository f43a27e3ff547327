import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { configDigest, readFromArchive } from './config-digest.ts';
import { docker } from './engine.ts';
import { engineGet } from './engine-api.ts';
import { Failure } from './failure.ts';
import { findImage, listTags } from './image-store.ts';
import { planImage, buildImage as buildPlanned, type ImageSpec } from './image.ts';
import { boundBuildCache, pruneImages } from './retention.ts';

/** With a name of its own, so that it never meets an image of the project. */
const repository = `todo-rollout-test-${process.pid}`;
const base = `${repository}-base:1`;
let root: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'image-int-'));
  mkdirSync(join(root, 'dist'));
  write('dist/main.js', 'main');
  write(
    'Dockerfile',
    'ARG BASE\nFROM ${BASE}\nARG GREETING\nENV GREETING=${GREETING}\nCOPY dist /app\n',
  );
  write('Dockerfile.dockerignore', '*\n!dist\n');
  write('base/Dockerfile', 'FROM scratch\nCOPY Dockerfile /base\n');
  await docker(['build', '--quiet', '--tag', base, join(root, 'base')]);
});

afterAll(async () => {
  const tags = (await listTags(repository)).map((tag) => `${repository}:${tag}`);
  await docker(['rmi', ...tags, base], { mayFail: true });
  rmSync(root, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Plans and builds. */
async function buildImage(wanted: ImageSpec) {
  return buildPlanned(await planImage(wanted));
}

function spec(changes: Partial<ImageSpec> = {}): ImageSpec {
  return {
    repository,
    context: root,
    dockerfile: join(root, 'Dockerfile'),
    args: { GREETING: 'hello', BASE: base },
    ...changes,
  };
}

test('the first build makes the image and tags it latest as well; the second one builds nothing', async () => {
  const first = await buildImage(spec());
  expect(first).toMatchObject({ built: true, reason: 'no image yet' });
  expect(first.reference).toMatch(new RegExp(`^${repository}:[0-9a-f]{12}$`));
  expect((await findImage(`${repository}:latest`))?.id).toBe(first.id);

  utimesSync(join(root, 'dist/main.js'), 1, 1);
  write('README.md', 'read me');
  const second = await buildImage(spec());
  expect(second).toMatchObject({ built: false, reason: 'unchanged', id: first.id, tag: first.tag });
});

test('an image removed by hand is built again', async () => {
  const { reference, tag } = await buildImage(spec());
  await docker(['rmi', reference]);
  expect(await buildImage(spec())).toMatchObject({
    built: true,
    reason: 'the image was removed',
    tag,
  });
});

test('a changed file builds, and going back to what it was finds the old image', async () => {
  const before = await buildImage(spec());
  write('dist/main.js', 'changed');
  const after = await buildImage(spec());
  expect(after).toMatchObject({ built: true, reason: 'files changed' });
  write('dist/main.js', 'main');
  expect(await buildImage(spec())).toMatchObject({ built: false, id: before.id });
  expect((await findImage(`${repository}:latest`))?.id).toBe(before.id);
});

test('a build argument that changes builds and says so', async () => {
  await buildImage(spec());
  expect(await buildImage(spec({ args: { GREETING: 'good morning', BASE: base } }))).toMatchObject({
    built: true,
    reason: 'arguments changed',
  });
});

test('an image is sent what changed, also when another one of its folder was built meanwhile', async () => {
  write('dist/large.js', `// ${randomBytes(1_000_000).toString('hex')}`);
  write('other/Dockerfile', 'ARG BASE\nFROM ${BASE}\nCOPY lib /lib\n');
  write('other/Dockerfile.dockerignore', '*\n!lib\n');
  const log = join(root, 'build.log');
  const one = spec({ memory: join(root, 'memory/one'), log });
  const other = spec({
    dockerfile: join(root, 'other/Dockerfile'),
    memory: join(root, 'memory/other'),
  });
  await buildImage(one);
  write('lib/lib.js', 'lib');
  await buildImage(other);
  write('dist/main.js', 'changed again');
  await buildImage(one);
  rmSync(join(root, 'dist/large.js'));
  const whole = readFileSync(log, 'utf8').match(/transferring context: [\d.]+MB .*done/g);
  expect(whole).toHaveLength(1);
});

test('a broken Dockerfile fails in the words of the builder, and nothing is tagged', async () => {
  const before = (await listTags(repository)).sort();
  write('broken/Dockerfile', 'ARG BASE\nFROM ${BASE}\nCOPY dist/no-such-file /app\n');
  const failure: unknown = await buildImage(
    spec({ dockerfile: join(root, 'broken/Dockerfile') }),
  ).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Failure);
  expect(failure).toMatchObject({
    message: expect.stringContaining('broken/Dockerfile'),
    tail: expect.stringContaining('no-such-file'),
    cure: expect.stringContaining('Dockerfile'),
  });
  expect((await listTags(repository)).sort()).toEqual(before);
});

test('a base image that cannot be had is a failure that names it', async () => {
  const missing = 'localhost:9/no-such-base:1';
  await expect(buildImage(spec({ args: { BASE: missing } }))).rejects.toMatchObject({
    cure: expect.stringContaining(missing),
  });
});

test('the id in the archive that the engine writes is the id of the image', async () => {
  const { reference, id } = await buildImage(spec());
  expect(await readFromArchive(reference)).toBe(id);
  const image = await findImage(reference);
  expect(await configDigest(reference, image!)).toBe(id);
});

test('pruning leaves ten images and whatever is needed', async () => {
  const { reference } = await buildImage(spec());
  for (let index = 0; index < 16; index += 1) {
    await docker(['tag', reference, `${repository}:old${String(index).padStart(2, '0')}`]);
  }
  const all = (await listTags(repository)).filter((tag) => tag !== 'latest');
  const needed = all.at(-1)!;
  await pruneImages(repository, new Set([needed]));
  const left = (await listTags(repository)).filter((tag) => tag !== 'latest');
  expect(left).toHaveLength(11);
  expect(left).toContain(needed);
  expect(await findImage(`${repository}:latest`)).toBeDefined();
});

test('a build cache within its bounds is left alone', async () => {
  const records = async () => {
    const usage = await engineGet<{ BuildCache?: { ID: string }[] | null }>('/system/df');
    return (usage?.BuildCache ?? []).map(({ ID }) => ID);
  };
  await buildImage(spec());
  const before = await records();
  await boundBuildCache(1e15);
  expect(before.length).toBeGreaterThan(0);
  expect(await records()).toEqual(expect.arrayContaining(before));
});
