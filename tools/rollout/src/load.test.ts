import { expect, test, vi } from 'vitest';
import type { Cluster, ImageRef } from './cluster.ts';
import { loadImage } from './load.ts';

const image: ImageRef = { reference: 'todo-backend:0123456789ab', id: 'sha256:new' };

/** A cluster whose nodes hold `ids`; a load that works puts the image on every node. */
function clusterWith(ids: Record<string, string | undefined>, works = true) {
  const held = { ...ids };
  const load = vi.fn(async () => {
    if (works) for (const node of Object.keys(held)) held[node] = image.id;
    return { bytes: 4096, via: 'registry' };
  });
  const cluster = {
    provider: 'kind',
    nodes: async () => Object.keys(held),
    imageId: async (node: string) => held[node],
    load,
  } as unknown as Cluster;
  return { cluster, load };
}

test('an image that every node has is not loaded again', async () => {
  const { cluster, load } = clusterWith({ one: image.id, two: image.id });
  expect(await loadImage(cluster, image)).toMatchObject({ loaded: false, nodes: 2, bytes: 0 });
  expect(load).not.toHaveBeenCalled();
});

test('one node without the image is reason enough to load', async () => {
  const { cluster } = clusterWith({ one: image.id, two: undefined });
  expect(await loadImage(cluster, image)).toMatchObject({
    loaded: true,
    reason: 'not there yet',
    nodes: 1,
    bytes: 4096,
  });
});

test('what nodes had a moment ago decides what to load, and what they have now whether that went well', async () => {
  const { cluster, load } = clusterWith({ one: undefined });
  const had = () => image.id;
  expect(await loadImage(cluster, image, { had })).toMatchObject({ loaded: false });
  expect(load).not.toHaveBeenCalled();
  expect(await loadImage(cluster, image, { had: () => undefined })).toMatchObject({ loaded: true });
  const broken = clusterWith({ one: undefined }, false).cluster;
  await expect(loadImage(broken, image, { had: () => undefined })).rejects.toThrow(
    'do not have it',
  );
});

test('a load that says itself what the nodes have is taken at its word, for better or worse', async () => {
  const loadsAs = (id: string | undefined): Cluster => ({
    ...clusterWith({ one: undefined }, false).cluster,
    load: async () => ({ bytes: 1, via: 'registry', seen: () => id }),
  });
  expect(await loadImage(loadsAs(image.id), image)).toMatchObject({ loaded: true });
  await expect(loadImage(loadsAs('sha256:old'), image)).rejects.toThrow('do not have it');
  await expect(loadImage(loadsAs(undefined), image)).rejects.toThrow('do not have it');
});

test('another image under the same name is replaced', async () => {
  const { cluster } = clusterWith({ one: 'sha256:old' });
  expect((await loadImage(cluster, image)).reason).toBe('another image had its name');
});

test('a load that ends well and brings nothing is a failure that names the node', async () => {
  const { cluster } = clusterWith({ one: undefined }, false);
  await expect(loadImage(cluster, image)).rejects.toMatchObject({
    message: expect.stringContaining('do not have it'),
    tail: expect.stringContaining('one: absent'),
  });
});

test('a cluster without nodes is a failure', async () => {
  await expect(loadImage(clusterWith({}).cluster, image)).rejects.toThrow(/no nodes/);
});
