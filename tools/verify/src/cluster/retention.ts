import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, listTagsAt, listTagsOn } from '@todo-chatbot/cluster';
import {
  buildImage,
  docker,
  listTags,
  loadImage,
  planImage,
  pruneImages,
  type Cluster,
} from '@todo-chatbot/rollout';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { instance, testInstance } from './kubernetes.ts';

const repository = 'rollout-trial-retention';
const versions = 50;

/** What becomes of the images of many deploys, in the places that keep them. */
export function retentionTests(): void {
  // In a block of its own, so that the cluster is there when it begins.
  describe('images of many deploys', retention);
}

function retention(): void {
  let folder: string;
  let cluster: Cluster;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'retention-'));
    writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY version /\n');
    for (const [name, value] of Object.entries(testInstance)) vi.stubEnv(name, value);
    cluster = await connect();
    vi.unstubAllEnvs();
  });

  afterAll(async () => {
    const tags = (await listTags(repository)).map((tag) => `${repository}:${tag}`);
    await docker(['rmi', ...tags], { mayFail: true });
    rmSync(folder, { recursive: true });
  });

  /** What a deploy does with an image, but for the release. */
  async function bring(version: number) {
    writeFileSync(join(folder, 'version'), String(version));
    const dockerfile = join(folder, 'Dockerfile');
    const planned = await planImage({ repository, context: folder, dockerfile, args: {} });
    const { reference, id } = await buildImage(planned);
    await loadImage(cluster, { reference, id });
    return { reference, id, tag: planned.tag };
  }

  test('of fifty versions engine, node and registry keep the newest and those that are needed', async () => {
    const first = await bring(0);
    let last = first;
    for (let version = 1; version < versions; version += 1) {
      last = await bring(version);
      // As a deploy says it: what runs, and what Helm's history can go back to.
      await pruneImages(repository, new Set([first.tag, last.tag]), cluster);
    }
    const [node = ''] = await cluster.nodes();
    const kept = {
      engine: await listTags(repository),
      node: await listTagsOn(node, repository),
      registry: await listTagsAt(instance.registryPort, repository),
    };
    expect(kept.engine.length).toBeLessThanOrEqual(16);
    expect(kept.node.length).toBeLessThanOrEqual(16);
    expect(kept.registry.length).toBeLessThanOrEqual(30);
    for (const { reference, tag, id } of [first, last]) {
      expect(kept.engine).toContain(tag);
      expect(await cluster.imageId(node, reference)).toBe(id);
    }
  });
}
