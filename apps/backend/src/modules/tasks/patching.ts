import { dueFault } from '@todo-chatbot/shared';
import type { Task, TaskPatch } from '@todo-chatbot/shared';
import { nextOccurrence } from '@todo-chatbot/shared/dates';
import { faulty, inTrash, noSuchTask, stale } from './refusals.ts';
import type { ChangeSet, NextDraft } from './task-store.ts';

/** A patch and the task it is for. */
export type PatchOfTask = TaskPatch & { id: string };

/** What patching needs from outside. */
export interface PatchPorts {
  now: Date;
  newId: () => string;
}

/** A moment that a switch sets and clears: once set it stays, until it is cleared. */
function switched(current: string | null, on: boolean | undefined, now: Date): string | null {
  if (on === undefined) return current;
  return on ? (current ?? now.toISOString()) : null;
}

function patched(current: Task, patch: PatchOfTask, now: Date): Task {
  const { completed, deleted, ...fields } = patch;
  const decided = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );
  const completedAt = switched(current.completedAt, completed, now);
  return {
    ...current,
    ...decided,
    completedAt,
    completed: completedAt !== null,
    deletedAt: switched(current.deletedAt, deleted, now),
    updatedAt: now.toISOString(),
  };
}

function checked(current: Task | undefined, patch: PatchOfTask, now: Date): Task {
  if (!current) throw noSuchTask();
  if (current.version !== patch.version) throw stale();
  if (current.deletedAt && patch.deleted !== false) throw inTrash();
  const task = patched(current, patch, now);
  const fault = dueFault(task);
  if (fault) throw faulty(fault.field, fault.message);
  return task;
}

function nextOf(task: Task, { now, newId }: PatchPorts): NextDraft[] {
  const occurrence = nextOccurrence(task, now);
  if (!occurrence) return [];
  const { title, notes, priority, tags, reminders, dueTime, timeZone, position } = task;
  return [
    {
      ...{ title, notes, priority, tags, reminders, dueTime, timeZone, position, ...occurrence },
      id: newId(),
      stage: 'todo',
      subtasks: task.subtasks.map((step) => ({ ...step, done: false })),
      previousId: task.id,
      createdAt: now,
    },
  ];
}

/**
 * What patches make of the tasks they are for. Completing a recurring task brings its next
 * occurrence; opening it again takes that back. One refusal refuses all.
 */
export function applyPatches(
  current: Map<string, Task>,
  patches: PatchOfTask[],
  ports: PatchPorts,
): ChangeSet {
  const changes: ChangeSet = { tasks: [], next: [], reopened: [] };
  for (const patch of patches) {
    const before = current.get(patch.id);
    const after = checked(before, patch, ports.now);
    changes.tasks.push(after);
    if (after.completed && !before?.completed && !after.deletedAt) {
      changes.next.push(...nextOf(after, ports));
    }
    if (!after.completed && before?.completed) changes.reopened.push(after.id);
  }
  return changes;
}
