import type { AssistantAction } from '@todo-chatbot/shared';
import { expect, it } from 'vitest';
import { detailsOf, headingOf } from './action-words';

const action = (
  tool: string,
  input: AssistantAction['input'],
  more: Partial<AssistantAction> = {},
): AssistantAction => ({
  ...{ id: 'a', tool, input, state: 'proposed', undoable: false, problem: null },
  ...{ tasks: [{ id: 't', title: 'Old letter' }], count: 1 },
  ...more,
});

it('a change is told by what it does and to what', () => {
  expect(headingOf(action('delete_task', { id: 't' }))).toBe('Delete “Old letter”');
  expect(headingOf(action('delete_task', { id: 't' }, { state: 'done' }))).toBe(
    'Deleted “Old letter”',
  );
  expect(headingOf(action('complete_task', { id: 't', completed: false }))).toBe(
    'Reopen “Old letter”',
  );
  const added = { tasks: [], count: 0 };
  expect(headingOf(action('add_task', { title: 'New' }, added))).toBe('Add “New”');
});

it('a change of several tasks that deletes them says so', () => {
  const patches = [1, 2, 3].map((id) => ({ id, version: 1, deleted: true }));
  const bulk = action('change_tasks', { patches }, { count: 3 });
  expect(headingOf(bulk)).toBe('Delete 3 tasks');
  expect(detailsOf(bulk)).toEqual([]);
});

it('what is confirmed can be seen, field by field', () => {
  const patch = { version: 1, title: 'New name', dueDate: '2026-12-01', tags: ['home', 'post'] };
  expect(detailsOf(action('update_task', { id: 't', patch }))).toEqual([
    'Title: New name',
    'Tags: home, post',
    'Due: Tue, 1 Dec 2026',
  ]);
  const patches = [
    { id: 1, version: 1, priority: 'high' },
    { id: 2, version: 1, priority: 'low' },
  ];
  expect(detailsOf(action('change_tasks', { patches }, { count: 2 }))).toEqual([
    'Priority: different for each',
  ]);
});

it('a tool that the page does not know is named', () => {
  expect(headingOf(action('move_task', {}, { tasks: [], count: 0 }))).toBe('Use move_task');
});
