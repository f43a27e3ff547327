import type { NewTaskInput, Task } from '@todo-chatbot/shared';

// The place the server gives to a new task: first, because the number counts down.
const firstPlace = () =>
  `q${String(99_999_999_999_999_999n - BigInt(Date.now()) * 1000n).padStart(17, '0')}`;

/** A task that the server has not seen yet. */
export function blankTask({ subtasks, recurrence, ...given }: NewTaskInput & { id: string }): Task {
  const now = new Date().toISOString();
  return {
    notes: '',
    priority: 'none',
    stage: 'todo',
    tags: [],
    reminders: [],
    dueDate: null,
    dueTime: null,
    timeZone: null,
    ...given,
    subtasks: subtasks?.map((step) => ({ done: false, ...step })) ?? [],
    recurrence: recurrence ? { from: 'due', ...recurrence } : null,
    position: firstPlace(),
    completed: false,
    completedAt: null,
    deletedAt: null,
    createdAt: now,
    updatedAt: now,
    version: 0,
  };
}
