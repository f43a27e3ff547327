import type { NewTaskInput, Task } from '@todo-chatbot/shared';
import { blankTask } from './blank-task';
import { withEdit, type Edit } from './edit';

/** An edit of a task, made on the state that the person saw. */
export interface Change {
  id: string;
  edit: Edit;
  seen: Task;
}

/** Something a person did, which the server has to learn. */
export type Operation =
  | { kind: 'create'; task: NewTaskInput & { id: string } }
  | { kind: 'change'; changes: Change[] }
  | { kind: 'move'; seen: Task; after: string | null; position: string }
  | { kind: 'purge'; seen: Task }
  | { kind: 'empty' };

/** The tasks that an operation is about. */
export function tasksOf(operation: Operation): string[] {
  if (operation.kind === 'create') return [operation.task.id];
  if (operation.kind === 'change') return operation.changes.map(({ id }) => id);
  return operation.kind === 'empty' ? [] : [operation.seen.id];
}

/** The same operation, knowing the state that an earlier one produced. */
export function rebased(operation: Operation, now: ReadonlyMap<string, Task>): Operation {
  const { kind } = operation;
  if (kind === 'change') {
    const changes = operation.changes.map((one) => ({ ...one, seen: now.get(one.id) ?? one.seen }));
    return { ...operation, changes };
  }
  if (kind === 'move' || kind === 'purge') {
    return { ...operation, seen: now.get(operation.seen.id) ?? operation.seen };
  }
  return operation;
}

/** How tasks will be when all operations are done: what the page shows. Null is gone. */
export function outlook(
  operations: readonly Operation[],
  known: (id: string) => Task | undefined,
): Map<string, Task | null> {
  const tasks = new Map<string, Task | null>();
  const at = (seen: Task) => {
    const now = tasks.get(seen.id);
    if (now) return now;
    const newer = known(seen.id);
    return newer && newer.version > seen.version ? newer : seen;
  };
  for (const operation of operations) {
    if (operation.kind === 'create') tasks.set(operation.task.id, blankTask(operation.task));
    if (operation.kind === 'purge') tasks.set(operation.seen.id, null);
    if (operation.kind === 'move') {
      tasks.set(operation.seen.id, { ...at(operation.seen), position: operation.position });
    }
    if (operation.kind === 'change') {
      for (const { id, edit, seen } of operation.changes) tasks.set(id, withEdit(at(seen), edit));
    }
  }
  return tasks;
}
