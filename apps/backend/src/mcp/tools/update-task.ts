import { taskChanges, taskId, taskPatch } from '@todo-chatbot/shared';
import { z } from 'zod';
import { changes, defineTool } from '../tool.ts';

export const updateTask = defineTool({
  name: 'update_task',
  title: 'Change a task',
  description:
    'Changes some fields of a task: title, notes, priority, stage, tags, steps, due date and time, ' +
    'repetition, reminders. `version` is that of the task as it was read; when somebody has changed ' +
    'it since, nothing is changed, and it has to be read again.',
  scope: 'tasks:write',
  hints: changes,
  input: z.strictObject({ id: taskId, patch: taskPatch }),
  output: taskChanges,
  run: ({ tasks, ownerId }, { id, patch }) => tasks.patch({ ownerId, id }, patch),
});
