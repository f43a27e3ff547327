import { expect, it } from 'vitest';
import { sample } from '../../data/testing/sample';
import { spotAt } from './position';

const tasks = ['a0', 'a1', 'a2'].map((position) => sample({ id: position, position }));

it('a task that is moved stands between its new neighbours', () => {
  const down = spotAt(tasks, 'a0', 1);
  expect(down.after).toBe('a1');
  expect(down.position > 'a1' && down.position < 'a2').toBe(true);
  const first = spotAt(tasks, 'a2', 0);
  expect(first.after).toBeNull();
  expect(first.position < 'a0').toBe(true);
});

it('neighbours that share a place get a key behind it', () => {
  const twins = [
    sample({ id: 'x', position: 'a0' }),
    sample({ id: 'y', position: 'a0' }),
    tasks[2]!,
  ];
  expect(spotAt(twins, 'a2', 1).position > 'a0').toBe(true);
});
