import type { NewTaskInput } from '@todo-chatbot/shared';

const key = 'carried-tasks';

/** Keeps what was typed without an account for the moment after sign-up, in this tab only. */
export function carry(tasks: readonly NewTaskInput[]): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(tasks));
  } catch {
    // Storage is switched off: the list stays where it was typed.
  }
}

const isTask = (value: unknown): value is NewTaskInput =>
  typeof value === 'object' &&
  value !== null &&
  'title' in value &&
  typeof value.title === 'string';

/** Takes out what was kept, once. */
export function takeCarried(): NewTaskInput[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    sessionStorage.removeItem(key);
    return Array.isArray(kept) ? kept.filter(isTask) : [];
  } catch {
    return [];
  }
}
