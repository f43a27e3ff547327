import { expect, test } from 'vitest';
import { fullName, parseImageId, parseImageIds, staleReferences, withoutDebug } from './node.ts';
import { missingBytes, pushedBytes } from './registry.ts';

const blobs = [
  { digest: 'sha256:aaa', size: 100 },
  { digest: 'sha256:bbb', size: 20 },
  { digest: 'sha256:ccc', size: 3 },
];

test('the runtime keeps a short name with its registry and library', () => {
  expect(fullName('todo-backend:1')).toBe('docker.io/library/todo-backend:1');
  expect(fullName('team/app:1')).toBe('docker.io/team/app:1');
  expect(fullName('gcr.io/a/b:1')).toBe('gcr.io/a/b:1');
  expect(fullName('localhost/b:1')).toBe('localhost/b:1');
});

test('only blobs that were not there count as moved', () => {
  expect(missingBytes(blobs, ['sha256:aaa', 'sha256:other'])).toBe(23);
  expect(missingBytes(blobs, [])).toBe(123);
});

test('the layers that docker says it pushed are counted in their compressed size', () => {
  const output = [
    'The push refers to repository [127.0.0.1:5001/app]',
    '222222222222: Preparing',
    '111111111111: Layer already exists',
    '222222222222: Pushed',
    '1: digest: sha256:ddd size: 740',
  ].join('\n');
  const contents = ['sha256:111111111111ff', 'sha256:222222222222ff'];
  expect(pushedBytes(output, contents, blobs)).toBe(20);
});

test('of what a pull says only what is not about a step remains', () => {
  const log = [
    'time="2026-11-27T21:03:23Z" level=debug msg=resolving host="registry:5000"',
    'time="2026-11-27T21:03:23Z" level=info msg="trying next host"',
    'ctr: failed to resolve reference "registry:5000/app:1": not found',
    '',
  ];
  expect(withoutDebug(log.join('\n'))).toBe(log.slice(1).join('\n'));
});

test('an id without its algorithm gets it', () => {
  expect(parseImageId('{"status":{"id":"sha256:ab"}}')).toBe('sha256:ab');
  expect(parseImageId('{"status":{"id":"ab"}}')).toBe('sha256:ab');
  expect(parseImageId('{}')).toBeUndefined();
  expect(parseImageId('')).toBeUndefined();
});

test('each name of a node’s images stands for its id', () => {
  const images = [
    { id: 'sha256:ab', repoTags: ['docker.io/library/app:1', 'docker.io/library/app:2'] },
    { id: 'cd', repoTags: ['registry.k8s.io/pause:3'] },
    { id: 'sha256:ef', repoTags: null },
  ];
  expect(Object.fromEntries(parseImageIds(JSON.stringify({ images })))).toEqual({
    'docker.io/library/app:1': 'sha256:ab',
    'docker.io/library/app:2': 'sha256:ab',
    'registry.k8s.io/pause:3': 'sha256:cd',
  });
});

test('of a node’s images only those of the repository go, and none that is needed', () => {
  const json = JSON.stringify({
    images: [
      { repoTags: ['docker.io/library/app:1', 'docker.io/library/app:2'] },
      { repoTags: ['docker.io/library/app-two:1', 'registry.k8s.io/pause:3'] },
      { repoTags: null },
    ],
  });
  expect(staleReferences(json, 'app', new Set(['2']))).toEqual(['docker.io/library/app:1']);
});
