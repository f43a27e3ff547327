import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeLayout } from './oci.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oci-'));
  await writeFile(join(folder, 'a.tar'), 'layer a');
  await writeFile(join(folder, 'b.tar'), 'layer b');
  const [a, b] = [join(folder, 'a.tar'), join(folder, 'b.tar')];
  await writeLayout(join(folder, 'layout'), [
    { reference: 'registry.test/one:1', layers: [a], config: { Entrypoint: ['/one'] } },
    { reference: 'registry.test/two:1', layers: [a, b] },
  ]);
});

afterEach(() => rm(folder, { recursive: true }));

const blob = async (digest: string) =>
  readFile(join(folder, 'layout', 'blobs', 'sha256', digest.replace('sha256:', '')));
const json = async (digest: string) => JSON.parse((await blob(digest)).toString());

test('every blob is named after its content', async () => {
  const names = await readdir(join(folder, 'layout', 'blobs', 'sha256'));
  // Two layers, and a configuration and a manifest for each image: the shared layer is there once.
  expect(names).toHaveLength(6);
  for (const name of names) {
    const content = await blob(name);
    expect(createHash('sha256').update(content).digest('hex')).toBe(name);
  }
});

test('each image is found by its reference, with its layers in order', async () => {
  const index = JSON.parse(await readFile(join(folder, 'layout', 'index.json'), 'utf8'));
  const [one, two] = index.manifests;
  expect(one.annotations['io.containerd.image.name']).toBe('registry.test/one:1');
  const manifest = await json(two.digest);
  const layers = await Promise.all(
    manifest.layers.map((each: { digest: string }) => blob(each.digest)),
  );
  expect(layers.map(String)).toEqual(['layer a', 'layer b']);
  const config = await json((await json(one.digest)).config.digest);
  expect(config).toMatchObject({ os: 'linux', config: { Entrypoint: ['/one'] } });
});
