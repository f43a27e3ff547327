import { expect, it } from 'vitest';
import { taskListQuery } from './task-list.ts';

it('a list query reads numbers and single values from a query string and fills in defaults', () => {
  expect(taskListQuery.parse({ limit: '10', tag: 'Home' })).toEqual({
    limit: 10,
    status: 'all',
    sort: 'newest',
    priority: [],
    tag: ['home'],
  });
});

it.each([
  { limit: '0' },
  { limit: '201' },
  { limit: 'x' },
  { status: 'late' },
  { cursor: '' },
  { due: 'today' },
  { today: 'today' },
  { priority: 'urgent' },
  { q: ' ' },
  { userId: 'someone' },
])('a list query refuses %j', (query) => {
  expect(taskListQuery.safeParse(query).success).toBe(false);
});
