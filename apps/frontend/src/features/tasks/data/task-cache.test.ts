import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it } from 'vitest';
import { blankTask } from './blank-task';
import { listKey, taskCache } from './task-cache';
import { itemsOf, type ListedTask, type TaskPages } from './task-pages';

const made = (id: string, minute: number, completed = false): ListedTask => {
  const at = `2026-11-23T10:${String(minute).padStart(2, '0')}:00.000Z`;
  const completedAt = completed ? at : null;
  return {
    ...blankTask({ id, title: id, completed, completedAt, createdAt: at, updatedAt: at }),
    version: 1,
  };
};

let client: QueryClient;
let cache: ReturnType<typeof taskCache>;

const fill = (status: 'open' | 'done', ...pages: ListedTask[][]) =>
  client.setQueryData<TaskPages>(listKey(status), {
    pageParams: [],
    pages: pages.map((items, at) => ({
      items,
      nextCursor: at < pages.length - 1 ? String(at) : null,
    })),
  });
const ids = (status: 'open' | 'done') =>
  itemsOf(client.getQueryData<TaskPages>(listKey(status))).map((task) => task.id);

beforeEach(() => {
  client = new QueryClient();
  cache = taskCache(client);
  fill('open', [made('c', 30), made('b', 20)], [made('a', 10)]);
});

describe('a new task', () => {
  it('stands before older ones', () => {
    cache.insert(made('d', 40));
    expect(ids('open')).toEqual(['d', 'c', 'b', 'a']);
  });

  it('is put among the older pages when it is old', () => {
    cache.insert(made('x', 15));
    expect(ids('open')).toEqual(['c', 'b', 'x', 'a']);
  });

  it('is left to a later page when that is not loaded', () => {
    client.setQueryData<TaskPages>(listKey('open'), {
      pageParams: [],
      pages: [{ items: [made('c', 30)], nextCursor: 'more' }],
    });
    cache.insert(made('x', 15));
    expect(ids('open')).toEqual(['c']);
  });
});

describe('a completed task', () => {
  beforeEach(() => {
    fill('done', [made('z', 25, true)]);
    cache.change('b', (task) => ({ ...task, completed: true }));
  });

  it('keeps its place until the list is swept', () => {
    expect(ids('open')).toEqual(['c', 'b', 'a']);
    cache.sweep();
    expect(ids('open')).toEqual(['c', 'a']);
    expect(ids('done')).toEqual(['z', 'b']);
  });

  it('stays when it was opened again in time', () => {
    cache.change('b', (task) => ({ ...task, completed: false }));
    cache.sweep();
    expect([ids('open'), ids('done')]).toEqual([['c', 'b', 'a'], ['z']]);
  });

  it('simply leaves when the list of done tasks was never opened', () => {
    client.removeQueries({ queryKey: listKey('done') });
    cache.sweep();
    expect(ids('open')).toEqual(['c', 'a']);
  });
});

it('a dropped task is in no list', () => {
  cache.drop('b');
  expect(ids('open')).toEqual(['c', 'a']);
  expect(cache.find('b')).toBeUndefined();
});
