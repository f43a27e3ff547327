import { expect, it } from 'vitest';
import { narrowed, readParams, writeParams } from './list-params';

it('choices written into an address are read from it again', () => {
  const choices = {
    priority: ['high', 'low'],
    tag: ['home'],
    due: 'today',
    sort: 'title',
  } as const;
  const address = writeParams(new URLSearchParams('task=1'), {
    ...choices,
    priority: [...choices.priority],
    tag: [...choices.tag],
  });
  expect(address.get('task')).toBe('1');
  expect(readParams(address)).toEqual(choices);
});

it('what makes no sense in an address is left out', () => {
  const address = new URLSearchParams('priority=urgent&due=never&sort=random&tag=&q=%20');
  expect(readParams(address)).toEqual({ priority: [], tag: [] });
});

it('filters narrow the query of a view and keep its own tag', () => {
  const params = { priority: [], tag: ['rent', 'home'], due: 'overdue' as const };
  expect(narrowed({ status: 'open', tag: ['home'] }, params, '2026-11-25')).toEqual({
    status: 'open',
    tag: ['home', 'rent'],
    due: 'overdue',
    today: '2026-11-25',
  });
});
