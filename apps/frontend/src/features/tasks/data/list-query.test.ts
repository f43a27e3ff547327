import { describe, expect, it } from 'vitest';
import { belongs, orderOf, type ListQuery } from './list-query';
import { sample } from './testing/sample';

const today = '2026-11-25';

describe('a list holds', () => {
  it.each<[string, ListQuery, object, boolean]>([
    ['an open task', { status: 'open' }, {}, true],
    ['a done task', { status: 'open' }, { completed: true }, false],
    ['a deleted task', { status: 'all' }, { deletedAt: '2026-11-24T10:00:00.000Z' }, false],
    ['only deleted tasks', { status: 'trash' }, {}, false],
    ['what is due', { due: 'today', today }, { dueDate: today }, true],
    ['what was due', { due: 'overdue', today }, { dueDate: '2026-11-24' }, true],
    ['what has no day', { due: 'upcoming', today }, {}, false],
    ['what is due up to a day', { dueTo: today }, { dueDate: '2026-11-24' }, true],
    ['nothing without a day up to a day', { dueTo: today }, {}, false],
    ['tasks without a day', { due: 'none' }, {}, true],
    ['any of these priorities', { priority: ['high', 'low'] }, { priority: 'low' }, true],
    ['all of these tags', { tag: ['home', 'rent'] }, { tags: ['home'] }, false],
    ['words in any order', { q: 'maya CALL' }, {}, true],
    [
      'words of steps',
      { q: 'milk' },
      { subtasks: [{ id: '1', title: 'Milk', done: false }] },
      true,
    ],
    ['other words', { q: 'tom' }, {}, false],
  ])('%s', (...[, query, given, held]) => {
    expect(belongs(sample(given), query)).toBe(held);
  });
});

it('tasks without a day come last, those without a time first on their day', () => {
  const dues = [
    { id: 'none' },
    { id: 'nine', dueDate: today, dueTime: '09:00' },
    { id: 'day', dueDate: today },
    { id: 'before', dueDate: '2026-11-24', dueTime: '10:00' },
  ];
  const sorted = dues.map((given) => sample(given)).sort(orderOf({ sort: 'due' }));
  expect(sorted.map(({ id }) => id)).toEqual(['before', 'day', 'nine', 'none']);
});

it('the highest priority comes first', () => {
  const levels = (['low', 'none', 'high', 'medium'] as const).map((priority) =>
    sample({ priority }),
  );
  expect(levels.sort(orderOf({ sort: 'priority' })).map(({ priority }) => priority)).toEqual([
    'high',
    'medium',
    'low',
    'none',
  ]);
});
