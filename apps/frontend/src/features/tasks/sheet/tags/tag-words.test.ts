import { expect, it } from 'vitest';
import { fittingTags, readTag } from './tag-words';

it('a tag is read as the server writes it', () => {
  expect(readTag(' #Home ')).toEqual({ name: 'home' });
  expect(readTag('two words')).toEqual({ fault: 'A tag must be one word without # or commas.' });
});

it('tags that begin with what is typed come first, then those used most', () => {
  const tags = [
    { name: 'home', open: 1 },
    { name: 'work', open: 9 },
    { name: 'homework', open: 4 },
    { name: 'rehome', open: 8 },
  ];
  expect(fittingTags(tags, '#Ho', ['home'])).toEqual(['homework', 'rehome']);
  expect(fittingTags(tags, 'home', [])[0]).toBe('home');
  expect(fittingTags(tags, '', [])).toEqual(['work', 'rehome', 'homework', 'home']);
});
