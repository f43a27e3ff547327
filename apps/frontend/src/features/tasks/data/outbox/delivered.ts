import type { Task } from '@todo-chatbot/shared';

const delivered = new Map<string, Task>();

/** Notes how the server answered, so that a later change knows the version to build on. */
export function remember(outcomes: ReadonlyMap<string, Task | null>): void {
  for (const [id, task] of outcomes) {
    if (task) delivered.set(id, task);
    else delivered.delete(id);
  }
}

/** The task as the last answer had it, when that is newer than what is given. */
export function newest(task: Task): Task {
  const known = delivered.get(task.id);
  return known && known.version > task.version ? known : task;
}
