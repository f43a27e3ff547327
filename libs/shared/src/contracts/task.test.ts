import { describe, expect, it } from 'vitest';
import { newTask, taskBulkPatch, taskPatch } from './task.ts';

const accepts = (schema: { safeParse(v: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe('a new task', () => {
  it('has its title trimmed and its notes empty when none are given', () => {
    const made = newTask.parse({ title: '  buy milk ' });
    expect(made).toMatchObject({ title: 'buy milk', notes: '', priority: 'none', tags: [] });
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
    ['a day that is in no calendar', { title: 'a', dueDate: '2026-02-30' }],
    ['a time without a day', { title: 'a', dueTime: '09:00', timeZone: 'Europe/Berlin' }],
    ['a time without a zone', { title: 'a', dueDate: '2026-11-25', dueTime: '09:00' }],
    ['an unknown zone', { title: 'a', dueDate: '2026-11-25', timeZone: 'Mars/Olympus' }],
    ['a rule without a day', { title: 'a', recurrence: { every: 1, unit: 'day' } }],
    [
      'a rule of one second',
      { title: 'a', dueDate: '1900-01-01', recurrence: { every: 1, unit: 'second' } },
    ],
    ['a tag of two words', { title: 'a', tags: ['two words'] }],
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

it('tags are kept lower case, once, without their sign', () => {
  expect(newTask.parse({ title: 'a', tags: ['#Home', 'home', 'Ärger'] }).tags).toEqual([
    'home',
    'ärger',
  ]);
});

it('a bulk change names each task once', () => {
  const id = '0c5d7bd6-5b5e-4c3e-9d43-0a5a6f6f9b11';
  const patch = { id, version: 1, completed: true };
  expect(accepts(taskBulkPatch, { patches: [patch] })).toBe(true);
  expect(accepts(taskBulkPatch, { patches: [patch, patch] })).toBe(false);
  expect(accepts(taskBulkPatch, { patches: [] })).toBe(false);
});
