import { expect, it } from 'vitest';
import { expected } from './use-summary';
import { sample } from './testing/sample';

const today = '2026-11-25';
const counts = { open: 4, overdue: 1, today: 1, upcoming: 1, none: 1, done: 0, trash: 3 };

it('a task that was checked off counts as done before the server knows', () => {
  const seen = sample({ dueDate: today });
  const changes = [{ id: seen.id, seen, edit: { completed: true } }];
  expect(expected(counts, [{ kind: 'change', changes }], today)).toEqual({
    ...counts,
    open: 3,
    today: 0,
    done: 1,
  });
});

it('a task that is new and edited counts once', () => {
  const seen = sample({ version: 0 });
  const changes = [{ id: seen.id, seen, edit: { dueDate: today } }];
  const made = { kind: 'create', task: { id: seen.id, title: 'New' } } as const;
  expect(expected(counts, [made, { kind: 'change', changes }], today)).toEqual({
    ...counts,
    open: 5,
    today: 2,
  });
});

it('an emptied trash holds nothing', () => {
  expect(expected(counts, [{ kind: 'empty' }], today).trash).toBe(0);
});
