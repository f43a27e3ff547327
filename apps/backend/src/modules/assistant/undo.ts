import type { Task, TaskBulkPatch } from '@todo-chatbot/shared';
import type { TaskService } from '../tasks/task-service.ts';
import type { KeptAction } from './assistant-store.ts';

type Patch = TaskBulkPatch['patches'][number];

/** All that a person decides about a task, as a change that brings it back. */
function backTo(before: Task, version: number): Patch {
  const { id, title, notes, priority, stage, tags, subtasks, reminders } = before;
  const { dueDate, dueTime, timeZone, recurrence, completed, deletedAt } = before;
  return {
    ...{ id, version, title, notes, priority, stage, tags, subtasks, reminders },
    ...{ dueDate, dueTime, timeZone, recurrence, completed },
    deleted: deletedAt !== null,
  };
}

/**
 * Takes back what an action did, all of it or nothing.
 * @throws {AppError} `stale_version` when one of the tasks was changed since
 */
export async function takeBack(tasks: TaskService, action: KeptAction): Promise<void> {
  const { ownerId, before, after } = action;
  const was = new Map(before.map((task) => [task.id, task]));
  const patches = after.map(({ id, version }): Patch => {
    const task = was.get(id);
    return task ? backTo(task, version) : { id, version, deleted: true };
  });
  await tasks.patchAll(ownerId, { patches });
}
