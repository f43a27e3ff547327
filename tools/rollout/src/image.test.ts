import { expect, test } from 'vitest';
import { parseManifest } from './config-digest.ts';
import { describeImage, splitReference } from './image-store.ts';
import { builderWords, whyBuild } from './image.ts';
import { superfluousTags } from './retention.ts';

const parts = { files: 'a', Dockerfile: 'b', arguments: 'c', 'base image': 'd' };

function previous(recorded: object) {
  const labels = { 'rollout.nx.parts': JSON.stringify(recorded) };
  return { id: 'sha256:1', bytes: 1, labels, namedByManifest: false };
}

test('the reason for a build names what changed', () => {
  expect(whyBuild(parts, undefined)).toBe('no image yet');
  expect(whyBuild(parts, previous({ ...parts, files: 'x' }))).toBe('files changed');
  expect(whyBuild(parts, previous({ ...parts, Dockerfile: 'x', 'base image': 'y' }))).toBe(
    'Dockerfile, base image changed',
  );
  expect(whyBuild(parts, previous(parts))).toBe('the image was removed');
});

test('of a failed build the failing step is shown, not what went before', () => {
  const output = [
    '#5 [internal] load build context',
    '#9 ERROR: executor failed running [/bin/sh -c false]: exit code: 1',
    '------',
    ' > [builder 2/2] RUN false:',
    '------',
    'executor failed running [/bin/sh -c false]: exit code: 1',
  ].join('\n');
  const words = builderWords(output);
  expect(words).toContain('RUN false');
  expect(words).not.toContain('load build context');
});

test('the containerd store names an image by its manifest', () => {
  const inspected = (Id: string) =>
    describeImage({ Id, Size: 7, Config: { Labels: null }, Descriptor: { digest: 'sha256:m' } });
  expect(inspected('sha256:m').namedByManifest).toBe(true);
  expect(inspected('sha256:c').namedByManifest).toBe(false);
});

test.each(['blobs/sha256/', ''])('the digest is read from an archive with %sdigest', (prefix) => {
  const hex = 'ab'.repeat(32);
  const json = JSON.stringify([{ Config: `${prefix}${hex}${prefix ? '' : '.json'}` }]);
  expect(parseManifest(json, 'todo-backend:1')).toBe(`sha256:${hex}`);
});

test('a port in a name is not a tag', () => {
  expect(splitReference('app:1')).toEqual({ repository: 'app', tag: '1' });
  expect(splitReference('host:5000/app')).toEqual({ repository: 'host:5000/app', tag: 'latest' });
});

test('old images go, but not the newest, not `latest`, and nothing that is needed', () => {
  const tags = ['latest', ...Array.from({ length: 13 }, (_, index) => `tag${index}`)];
  expect(superfluousTags(tags, new Set(['tag11']))).toEqual(['tag10', 'tag12']);
});
