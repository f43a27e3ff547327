import type { Task } from '@todo-chatbot/shared';
import { expect, it } from 'vitest';
import { editOf } from './use-task-draft';

const task = { title: 'Call Maya', notes: 'about Saturday' } as Task;

it('only what differs is saved', () => {
  expect(editOf(task, { title: 'Call Maya', notes: 'about Sunday' })).toEqual({
    notes: 'about Sunday',
  });
  expect(editOf(task, { title: '  Call Maya ' })).toEqual({});
  expect(editOf(task, {})).toEqual({});
});

it('notes can be emptied, a title cannot', () => {
  expect(editOf(task, { title: '   ', notes: '' })).toEqual({ notes: '' });
});
