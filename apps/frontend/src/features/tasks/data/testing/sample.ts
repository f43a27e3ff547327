import type { Task } from '@todo-chatbot/shared';
import { blankTask } from '../blank-task';

/** A task that the server knows. */
export const sample = (given: Partial<Task> = {}): Task => ({
  ...blankTask({ id: '1', title: 'Call Maya' }),
  version: 1,
  ...given,
});
