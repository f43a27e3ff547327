import type { Task } from '@todo-chatbot/shared';
import type { Group } from '../views/views';

/** A line of a list: a heading or a task. */
export type Item =
  | { kind: 'heading'; key: string; group: Group; count: number }
  | { kind: 'task'; key: string; task: Task };

/** The lines of a list, with a heading where another group begins. */
export function itemsFor(tasks: readonly Task[], groupOf?: (task: Task) => Group): Item[] {
  const items: Item[] = [];
  let heading: Extract<Item, { kind: 'heading' }> | undefined;
  for (const task of tasks) {
    const group = groupOf?.(task);
    if (group && group.key !== heading?.group.key) {
      heading = { kind: 'heading', key: `heading ${group.key}`, group, count: 0 };
      items.push(heading);
    }
    if (heading) heading.count += 1;
    items.push({ kind: 'task', key: task.id, task });
  }
  return items;
}
