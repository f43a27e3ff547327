import { expect, test } from 'vitest';
import { programOf } from './images.ts';

test('an image’s program is the last part of its name', () => {
  expect(programOf('registry.k8s.io/coredns/coredns:v1.14.2')).toBe('coredns');
  expect(programOf('registry.k8s.io/pause:3.10.2')).toBe('pause');
});
