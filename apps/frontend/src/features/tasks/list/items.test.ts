import { expect, it } from 'vitest';
import { sample } from '../data/testing/sample';
import { todayView } from '../views/views';
import { itemsFor } from './items';

it('a heading stands where another group begins, with how many are in it', () => {
  const tasks = ['2026-11-20', '2026-11-24', '2026-11-25'].map((dueDate, at) =>
    sample({ id: String(at), dueDate }),
  );
  const items = itemsFor(tasks, (task) => todayView.group!(task, '2026-11-25'));
  const lines = items.map((item) =>
    item.kind === 'task' ? item.key : `${item.group.title} ${item.count}`,
  );
  expect(lines).toEqual(['Overdue 2', '0', '1', 'Today 1', '2']);
});
