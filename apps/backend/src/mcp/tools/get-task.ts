import { task, taskId } from '@todo-chatbot/shared';
import { z } from 'zod';
import { defineTool, reads } from '../tool.ts';

export const getTask = defineTool({
  name: 'get_task',
  title: 'Look at a task',
  description: 'Reads one task with everything in it, also when it is in the trash.',
  scope: 'tasks:read',
  hints: reads,
  input: z.strictObject({ id: taskId }),
  output: task,
  run: ({ tasks, ownerId }, { id }) => tasks.get({ ownerId, id }),
});
