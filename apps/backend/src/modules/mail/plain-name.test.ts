import { expect, it } from 'vitest';
import { plainName } from './plain-name.ts';

it.each(['Ada Lovelace', 'J. R. R. Tolkien', 'Jean-Luc O’Neill', 'Ines Å.', '李雷', 'أحمد'])(
  '%s is a name',
  (name) => {
    expect(plainName(name)).toBe(name);
  },
);

it.each([
  '</a><img src=//x>[l](http://evil)',
  'win at evil.com',
  'evil．com',
  'http://evil',
  'call 0900 123',
  'two\r\nBcc: all@example.org',
  'a@b',
  'x'.repeat(41),
  '',
])('%j is left out', (name) => {
  expect(plainName(name)).toBeUndefined();
});
