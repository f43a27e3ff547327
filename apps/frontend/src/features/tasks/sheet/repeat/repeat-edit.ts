import type { Recurrence, Task } from '@todo-chatbot/shared';
import type { Edit } from '../../data/edit';
import { dayEdit } from '../due/due-edits';

/** Another rule; a task without a day begins today, because a rule counts from a day. */
export const repeatEdit = (task: Task, recurrence: Recurrence | null, today: string): Edit => ({
  ...(recurrence && dayEdit(task, task.dueDate ?? today)),
  recurrence,
});
