import { expect, test } from 'vitest';
import { atLeast, parseGoVersion } from './go-toolchain.ts';

test('a release of Go is told from anything else', () => {
  expect(parseGoVersion('go1.26.8\n')).toBe('1.26.8');
  expect(parseGoVersion('go1.27')).toBe('1.27');
  expect(parseGoVersion('devel go1.28-abcdef')).toBeUndefined();
  expect(parseGoVersion('')).toBeUndefined();
});

test('versions are compared as numbers', () => {
  expect(atLeast('1.26.10', '1.26.4')).toBe(true);
  expect(atLeast('1.27', '1.26.4')).toBe(true);
  expect(atLeast('1.26.4', '1.26.4')).toBe(true);
  expect(atLeast('1.9.9', '1.26.0')).toBe(false);
  expect(atLeast('1.26', '1.26.4')).toBe(false);
});
