import { expect, it } from 'vitest';
import { ariaKeys, chordOf, keyCaps, type KeyPress } from './chord';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

it('mod is the command key on a Mac and Ctrl elsewhere', () => {
  expect(chordOf(press('k', { metaKey: true }), true)).toBe('mod+k');
  expect(chordOf(press('k', { ctrlKey: true }), true)).toBe('ctrl+k');
  expect(chordOf(press('k', { ctrlKey: true }), false)).toBe('mod+k');
  expect(chordOf(press('k', { metaKey: true }), false)).toBe('meta+k');
});

it('shift counts with letters and named keys, not with signs', () => {
  expect(chordOf(press('D', { shiftKey: true }), false)).toBe('shift+d');
  expect(chordOf(press('ArrowUp', { shiftKey: true, altKey: true }), false)).toBe(
    'alt+shift+ArrowUp',
  );
  expect(chordOf(press('?', { shiftKey: true }), false)).toBe('?');
});

it('caps lock changes nothing', () => {
  expect(chordOf(press('J'), false)).toBe('j');
});

it('keys are named as on the keyboard in front of the person', () => {
  expect(keyCaps('mod+k', true)).toEqual([['⌘', 'K']]);
  expect(keyCaps('mod+k', false)).toEqual([['Ctrl', 'K']]);
  expect(keyCaps('g t', false)).toEqual([['G'], ['T']]);
  expect(ariaKeys(['mod+k'], false)).toBe('Control+k');
  expect(ariaKeys(['g t'], false)).toBeUndefined();
});
