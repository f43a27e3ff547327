import { Sun } from 'lucide-react';
import { expect, it } from 'vitest';
import { isMeant, type PaletteCommand } from './command';

const command = (given: Partial<PaletteCommand>): PaletteCommand => ({
  words: 'Go to Upcoming',
  Icon: Sun,
  run: () => undefined,
  ...given,
});

it('a command is found by the beginnings of its words, in any order', () => {
  expect(isMeant(command({}), 'upc')).toBe(true);
  expect(isMeant(command({}), 'UPC go')).toBe(true);
  expect(isMeant(command({}), 'coming')).toBe(false);
  expect(isMeant(command({ also: 'settings' }), 'sett')).toBe(true);
});

it('accents do not matter', () => {
  expect(isMeant(command({ words: 'Go to #café' }), '#cafe')).toBe(true);
});

it('what there is much of waits until it is looked for', () => {
  expect(isMeant(command({ onlyFound: true }), '')).toBe(false);
  expect(isMeant(command({ onlyFound: true }), 'up')).toBe(true);
});
