import { expect, test } from 'vitest';
import { chartValues, splitReference } from './metrics-server.ts';

test('a reference is split at its tag, not at a port', () => {
  expect(splitReference('host:5000/a/b:v1')).toEqual({ repository: 'host:5000/a/b', tag: 'v1' });
});

test('an image that was brought to the nodes is never pulled', () => {
  expect(chartValues('a/b:1')).toMatchObject({ image: { repository: 'a/b', pullPolicy: 'Never' } });
  expect(chartValues(undefined)).not.toHaveProperty('image');
});
