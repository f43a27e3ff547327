import { expect, it } from 'vitest';
import { differences, inverse, isAsWanted, isUntouched, withEdit } from './edit';
import { sample } from './testing/sample';

it('an edit and its inverse leave the task as it was', () => {
  const task = sample({ tags: ['home'], dueDate: '2026-11-25' });
  const edit = { tags: ['work'], dueDate: null, completed: true, deleted: true };
  const there = withEdit(task, edit);
  expect(there).toMatchObject({ tags: ['work'], dueDate: null, completed: true });
  expect(there.deletedAt).not.toBeNull();
  expect(withEdit(there, inverse(task, edit))).toEqual(task);
});

it('what is the same already is no change', () => {
  const task = sample({ tags: ['home'] });
  expect(differences(task, { tags: ['home'], title: 'Call Tom', notes: undefined })).toEqual({
    title: 'Call Tom',
  });
});

it('a change whose answer was lost is recognised by what it wanted', () => {
  const edit = { title: 'Call Tom', deleted: false };
  expect(isAsWanted(sample({ title: 'Call Tom', version: 2 }), edit)).toBe(true);
  expect(isAsWanted(sample({ version: 2 }), edit)).toBe(false);
});

it('an edit is free to be made again when others changed something else', () => {
  const seen = sample();
  expect(isUntouched(sample({ notes: 'theirs', version: 2 }), seen, { title: 'Mine' })).toBe(true);
  expect(isUntouched(sample({ title: 'Theirs', version: 2 }), seen, { title: 'Mine' })).toBe(false);
});
