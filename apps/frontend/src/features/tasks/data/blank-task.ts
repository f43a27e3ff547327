import type { Task } from '@todo-chatbot/shared';

/** A task that the server has not seen yet, with nothing decided but what is given. */
export function blankTask(given: Partial<Task> & Pick<Task, 'id' | 'title'>): Task {
  const now = new Date().toISOString();
  return {
    notes: '',
    priority: 'none',
    stage: 'todo',
    tags: [],
    subtasks: [],
    reminders: [],
    dueDate: null,
    dueTime: null,
    timeZone: null,
    recurrence: null,
    position: '',
    completed: false,
    completedAt: null,
    deletedAt: null,
    createdAt: now,
    updatedAt: now,
    version: 0,
    ...given,
  };
}
