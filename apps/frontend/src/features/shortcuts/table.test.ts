import { expect, it } from 'vitest';
import { places, shortcut, shortcutIds } from './table';

const begins = (one: string, other: string) => other === one || other.startsWith(`${one} `);

it.each(places.filter((place) => place !== 'everywhere'))(
  'no two shortcuts of a %s clash',
  (place) => {
    const there = shortcutIds
      .filter((id) => [place, 'everywhere'].includes(shortcut(id).where))
      .flatMap((id) => shortcut(id).keys.map((keys) => ({ id, keys })));
    const clashes = there.flatMap((one, at) =>
      there
        .slice(at + 1)
        .filter(({ keys }) => begins(one.keys, keys) || begins(keys, one.keys))
        .map((other) => `${one.id} (${one.keys}) and ${other.id} (${other.keys})`),
    );
    expect(clashes).toEqual([]);
  },
);

it('every shortcut has words of its own', () => {
  const words = shortcutIds.map((id) => shortcut(id).words);
  expect(new Set(words).size).toBe(words.length);
});
