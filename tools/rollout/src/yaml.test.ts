import { expect, test } from 'vitest';
import { readYaml } from './yaml.ts';

test('a document is read, with words and days as the text that they are', () => {
  const read = readYaml('on: yes\nday: 2026-11-27\nports: [80, 443]\n');
  expect(read).toEqual({ on: 'yes', day: '2026-11-27', ports: [80, 443] });
});

test.each(['', '# nothing yet\n', '---\n', 'null'])('%j holds nothing', (text) => {
  expect(readYaml(text)).toEqual({});
});

test('what is no YAML, and several documents, are refused', () => {
  expect(() => readYaml('a: [1')).toThrow();
  expect(() => readYaml('a: 1\n---\nb: 2\n')).toThrow('There are 2 YAML documents, not one.');
});
