import { expect, it } from 'vitest';
import { changeDemo, examples, worthKeeping } from './demo-tasks';

const typed = ['First', 'Second', 'Third'].reduce(
  (tasks, title) => changeDemo(tasks, { type: 'add', title }),
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

it('only what the visitor typed and has not done is worth keeping, in the order of typing', () => {
  const second = typed.find((task) => task.title === 'Second')!;
  expect(worthKeeping(changeDemo(typed, { type: 'toggle', id: second.id }))).toEqual([
    'First',
    'Third',
  ]);
});
