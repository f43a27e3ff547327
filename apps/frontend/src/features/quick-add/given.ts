import type { NewTaskInput } from '@todo-chatbot/shared';
import { dayWords } from '../tasks/due-words';

/** What a view gives to the tasks that are added in it. */
export type Given = Omit<NewTaskInput, 'title' | 'id'>;

/** What the view gives to a task that the text says nothing about, in words. */
export function viewWords(given: Given, today: string): string | undefined {
  const words = [
    given.dueDate ? dayWords(given.dueDate, today) : undefined,
    ...(given.tags ?? []).map((name) => `#${name}`),
  ].filter(Boolean);
  return words.join(', ') || undefined;
}

/** The typed task with what the view gives: the text has the last word. */
export function withGiven(task: NewTaskInput, given: Given): NewTaskInput {
  const tags = [...new Set([...(given.tags ?? []), ...(task.tags ?? [])])];
  return { ...given, ...task, ...(tags.length > 0 && { tags }) };
}

// Not the shared one, whose module brings every contract along into the first load.
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Also a day without a time gets its zone: reminders count from a morning somewhere. */
export const zoned = (task: NewTaskInput): NewTaskInput =>
  task.dueDate && !task.timeZone ? { ...task, timeZone: ownZone() } : task;
