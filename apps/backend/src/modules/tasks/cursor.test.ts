import { taskListQuery, taskSorts } from '@todo-chatbot/shared';
import type { Task } from '@todo-chatbot/shared';
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';

const task: Task = {
  id: '0c5d7bd6-5b5e-4c3e-9d43-0a5a6f6f9b11',
  title: '🎉'.repeat(250),
  notes: '',
  priority: 'high',
  stage: 'todo',
  tags: [],
  subtasks: [],
  reminders: [],
  dueDate: '2026-11-25',
  dueTime: null,
  timeZone: null,
  recurrence: null,
  position: 'q98204999999999999',
  completed: false,
  completedAt: null,
  deletedAt: null,
  createdAt: '2026-11-25T10:00:00.123Z',
  updatedAt: '2026-11-25T10:00:00.123Z',
  version: 1,
};

describe('a cursor', () => {
  it.each(taskSorts)('of the order %s is read back, and short enough for its query', (sort) => {
    const query = taskListQuery.parse({ sort });
    const again = taskListQuery.parse({ sort, cursor: encodeCursor(query, task), limit: 10 });
    expect(decodeCursor(again)?.at(-1)).toBe(task.id);
  });

  it.each([
    ['another order', { sort: 'title' }],
    ['another status', { status: 'open' }],
    ['another search', { q: 'milk' }],
  ])('of a query is refused by one with %s', (_what, change) => {
    const cursor = encodeCursor(taskListQuery.parse({}), task);
    const other = taskListQuery.parse({ ...change, cursor });
    expect(() => decodeCursor(other)).toThrowError(
      expect.objectContaining({ code: 'invalid_request' }),
    );
  });

  const own = JSON.parse(
    Buffer.from(encodeCursor(taskListQuery.parse({}), task), 'base64url').toString(),
  ) as [string, string[]];
  const made = (keys: unknown) => Buffer.from(JSON.stringify([own[0], keys])).toString('base64url');

  it.each([
    ['plain words', 'next'],
    ['a moment without an id', made(['2026-11-25T10:00:00.123Z'])],
    ['an id that is no uuid', made(['2026-11-25T10:00:00.123Z', 'x'])],
    ['a moment beyond the calendar', made(['2026-13-45T10:00:00.123Z', task.id])],
    ['objects', made([{}, {}])],
  ])('made of %s is refused', (_what, cursor) => {
    expect(() => decodeCursor(taskListQuery.parse({ cursor }))).toThrowError(
      expect.objectContaining({ code: 'invalid_request' }),
    );
  });
});
