import { expect, it } from 'vitest';
import { changeDemo, examples, shownTask, worthKeeping } from './demo-tasks';

const typed = ['First', 'Second', 'Third'].reduce(
  (tasks, title) => changeDemo(tasks, { type: 'add', task: { title, dueDate: '2026-12-01' } }),
  examples,
);

it('a typed task comes on top, with an id of its own', () => {
  expect(typed.map((task) => task.title).slice(0, 3)).toEqual(['Third', 'Second', 'First']);
  expect(new Set(typed.map((task) => task.id)).size).toBe(typed.length);
});

it('a task can be done, opened again and removed', () => {
  const done = changeDemo(examples, { type: 'toggle', id: 2 });
  expect(done.find((task) => task.id === 2)?.done).toBe(true);
  expect(changeDemo(done, { type: 'toggle', id: 2 })).toEqual(examples);
  expect(changeDemo(examples, { type: 'remove', id: 2 })).not.toContainEqual(
    expect.objectContaining({ id: 2 }),
  );
});

it('only what the visitor typed and has not done is worth keeping, with what was understood', () => {
  const second = typed.find((task) => task.title === 'Second')!;
  expect(worthKeeping(changeDemo(typed, { type: 'toggle', id: second.id }))).toEqual([
    { title: 'First', dueDate: '2026-12-01' },
    { title: 'Third', dueDate: '2026-12-01' },
  ]);
});

it('an example is due in days from today, a typed task when it says', () => {
  const due = (title: string) =>
    shownTask(
      typed.find((task) => task.title === title)!,
      '2026-11-30',
    ).dueDate;
  expect(due('Call Maya about Saturday')).toBe('2026-11-30');
  expect(due('Return the library books')).toBe('2026-12-03');
  expect(due('First')).toBe('2026-12-01');
  expect(due('Water the plants')).toBeNull();
});
