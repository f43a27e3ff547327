import { expect, test } from 'vitest';
import { deployment } from './fixtures.ts';
import type { Revision } from './history.ts';
import { imagesOf } from './needed-images.ts';
import { previousVersion } from './rollback.ts';

function revision(number: number, inputs: Revision['inputs'], complete = true): Revision {
  const status = 'superseded';
  return { revision: number, status, inputs, complete };
}

const history = [
  revision(1, { backend: 'a', frontend: 'a' }),
  revision(2, { backend: 'b', frontend: 'a' }),
  revision(3, { backend: 'c', frontend: 'a' }, false),
  revision(4, { backend: 'b', frontend: 'b' }),
];

test('the previous version is the newest one that ran and is not the same', () => {
  expect(previousVersion(history)?.revision).toBe(2);
  expect(previousVersion(history.slice(0, 3))?.revision).toBe(2);
  const again = [...history, revision(5, { backend: 'b', frontend: 'b' })];
  expect(previousVersion(again)?.revision).toBe(2);
});

test('for an app it is the newest one with another image of it', () => {
  expect(previousVersion(history, 'backend')?.revision).toBe(1);
  expect(previousVersion(history, 'frontend')?.revision).toBe(2);
});

test('there may be none', () => {
  expect(previousVersion([])).toBeUndefined();
  expect(previousVersion(history.slice(0, 1))).toBeUndefined();
  expect(previousVersion(history, 'unknown')).toBeUndefined();
});

test('every image of a version is looked for once, and it is known who brings it', () => {
  const backend = deployment('backend');
  backend.spec.template.spec = {
    initContainers: [{ name: 'wait', image: 'busybox:1' }],
    containers: [{ name: 'backend', image: 'app:1', imagePullPolicy: 'Never' }],
  };
  expect(imagesOf([backend, { ...backend, kind: 'Job' }])).toEqual([
    { reference: 'busybox:1', isBrought: false },
    { reference: 'app:1', isBrought: true },
  ]);
});
