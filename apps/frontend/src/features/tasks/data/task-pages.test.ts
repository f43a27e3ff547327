import { expect, it } from 'vitest';
import type { ListQuery } from './list-query';
import { itemsOf, place, type TaskPages } from './task-pages';
import { sample } from './testing/sample';

const open: ListQuery = { status: 'open', sort: 'manual' };
const task = (id: string, change = {}) => sample({ id, position: id, ...change });

const pages = (...ids: string[][]): TaskPages => ({
  pages: ids.map((page, at) => ({
    items: page.map((id) => task(id)),
    nextCursor: at === ids.length - 1 ? null : `after ${page.at(-1)}`,
  })),
  pageParams: ids.map(() => null),
});

const ids = (result: TaskPages) => itemsOf(result).map(({ id }) => id);
const put = (to: TaskPages, id: string, change = {}) =>
  place(to, open, { outcomes: new Map([[id, task(id, change)]]) });

it('a new task takes its place in the order, on whichever page that is', () => {
  expect(ids(put(pages(['a', 'c'], ['e']), 'b'))).toEqual(['a', 'b', 'c', 'e']);
  expect(ids(put(pages(['a', 'c'], ['e']), 'f'))).toEqual(['a', 'c', 'e', 'f']);
});

it('a task whose place is further down than what is loaded is left out', () => {
  const first = { ...pages(['a', 'c']) };
  first.pages = [{ ...first.pages[0]!, nextCursor: 'more' }];
  expect(ids(put(first, 'z'))).toEqual(['a', 'c']);
});

it('a task that moved leaves its old place', () => {
  expect(ids(put(pages(['a', 'b', 'c']), 'a', { position: 'bb' }))).toEqual(['b', 'a', 'c']);
});

it('a task that no longer belongs is dropped, or stays for a moment', () => {
  const outcomes = new Map([['b', task('b', { completed: true })]]);
  expect(ids(place(pages(['a', 'b']), open, { outcomes }))).toEqual(['a']);
  const staying = new Set(['b']);
  const kept = itemsOf(place(pages(['a', 'b']), open, { outcomes, staying }));
  expect(kept.map(({ id, completed }) => [id, completed])).toEqual([
    ['a', false],
    ['b', true],
  ]);
});

it('a task that is gone for good is in no list', () => {
  expect(ids(place(pages(['a', 'b']), open, { outcomes: new Map([['a', null]]) }))).toEqual(['b']);
});
