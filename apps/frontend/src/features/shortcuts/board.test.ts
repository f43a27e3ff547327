import { expect, it } from 'vitest';
import { createBoard, patience, type Stroke } from './board';
import type { ShortcutId } from './table';

function pressing(...ids: ShortcutId[]) {
  const board = createBoard();
  const done: ShortcutId[] = [];
  for (const id of ids) board.add(id, () => done.push(id));
  const press = (chord: string, stroke: Partial<Stroke> = {}) =>
    board.stroke({ chord, at: 0, busy: false, repeat: false, ...stroke })?.({} as KeyboardEvent);
  return { board, done, press };
}

it('a sequence runs on its last key, and its keys alone do nothing', () => {
  const { done, press } = pressing('goToday', 'goAll');
  for (const chord of ['t', 'g', 't', 't', 'g', 'a']) press(chord);
  expect(done).toEqual(['goToday', 'goAll']);
});

it('a sequence broken off by a key is that key', () => {
  const { done, press } = pressing('goToday', 'next');
  press('g');
  press('j');
  press('t');
  expect(done).toEqual(['next']);
});

it('a sequence is forgotten after a while', () => {
  const { done, press } = pressing('goToday');
  press('g', { at: 0 });
  press('t', { at: patience + 1 });
  expect(done).toEqual([]);
});

it('a person who types is not disturbed, but the palette opens', () => {
  const { done, press } = pressing('next', 'palette');
  press('j', { busy: true });
  press('mod+k', { busy: true });
  expect(done).toEqual(['palette']);
});

it('a key held down moves on, and completes nothing twice', () => {
  const { done, press } = pressing('next', 'complete');
  press('j', { repeat: true });
  press('c', { repeat: true });
  expect(done).toEqual(['next']);
});

it('the latest handler of a shortcut is asked, and the one before it when it has gone', () => {
  const { board, done, press } = pressing('search');
  const heard: string[] = [];
  const remove = board.add('search', () => heard.push('later'));
  press('/');
  remove();
  press('/');
  expect(heard).toEqual(['later']);
  expect(done).toEqual(['search']);
});
