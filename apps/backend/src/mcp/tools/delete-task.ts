import { taskId } from '@todo-chatbot/shared';
import { z } from 'zod';
import { changes, defineTool } from '../tool.ts';

export const deleteTask = defineTool({
  name: 'delete_task',
  title: 'Delete a task',
  description: 'Moves a task to the trash, from where it can be restored for 30 days.',
  scope: 'tasks:write',
  hints: changes,
  input: z.strictObject({ id: taskId }),
  output: z.object({ deleted: taskId }),
  run: async ({ tasks, ownerId }, { id }) => {
    await tasks.remove({ ownerId, id });
    return { deleted: id };
  },
});
