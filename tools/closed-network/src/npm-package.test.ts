import { expect, test } from 'vitest';
import { filename } from './npm-package.ts';

test('the archive is found in the answer of every npm', () => {
  expect(filename('[{"filename":"@a/b-1.0.0.tgz"}]')).toBe('a-b-1.0.0.tgz');
  expect(filename('[{"filename":"a-b-1.0.0.tgz"}]')).toBe('a-b-1.0.0.tgz');
  expect(filename('{"@a/b":{"filename":"a-b-1.0.0.tgz"}}')).toBe('a-b-1.0.0.tgz');
});
