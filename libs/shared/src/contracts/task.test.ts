import { describe, expect, it } from 'vitest';
import { newTask, taskListQuery, taskPatch } from './task.ts';

const accepts = (schema: { safeParse(v: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe('a new task', () => {
  it('has its title trimmed and its notes empty when none are given', () => {
    expect(newTask.parse({ title: '  buy milk ' })).toEqual({ title: 'buy milk', notes: '' });
  });

  it.each([
    ['no title', {}],
    ['a title of spaces', { title: '   ' }],
    ['a title of 501 characters', { title: 'x'.repeat(501) }],
    ['a line break in the title', { title: 'a\r\nBcc: b' }],
    ['a NUL in the title', { title: 'a\0b' }],
    ['a lone surrogate in the title', { title: 'a\ud800b' }],
    ['a NUL in the notes', { title: 'a', notes: '\0' }],
    ['notes of 10,001 characters', { title: 'a', notes: 'x'.repeat(10_001) }],
    ['an unknown field', { title: 'a', userId: 'someone' }],
  ])('is refused with %s', (_fault, value) => {
    expect(accepts(newTask, value)).toBe(false);
  });

  it('takes emoji in the title, and line breaks and tabs in the notes', () => {
    expect(accepts(newTask, { title: 'party 🎉', notes: 'a\n\tb\r\n' })).toBe(true);
  });
});

describe('a patch', () => {
  it('needs a version and at least one change', () => {
    expect(accepts(taskPatch, { version: 1 })).toBe(false);
    expect(accepts(taskPatch, { title: 'a' })).toBe(false);
    expect(accepts(taskPatch, { title: undefined, version: 1 })).toBe(false);
    expect(accepts(taskPatch, { completed: false, version: 1 })).toBe(true);
  });

  it('leaves out what it does not change', () => {
    expect(taskPatch.parse({ completed: true, version: 3 })).toEqual({
      completed: true,
      version: 3,
    });
  });
});

describe('a list query', () => {
  it('reads numbers from a query string and fills in defaults', () => {
    expect(taskListQuery.parse({ limit: '10' })).toEqual({ limit: 10, status: 'all' });
    expect(taskListQuery.parse({})).toEqual({ limit: 50, status: 'all' });
  });

  it.each([{ limit: '0' }, { limit: '201' }, { limit: 'x' }, { status: 'late' }, { cursor: '' }])(
    'refuses %j',
    (query) => {
      expect(accepts(taskListQuery, query)).toBe(false);
    },
  );
});
