import { taskChanges, taskId } from '@todo-chatbot/shared';
import { z } from 'zod';
import { changes, defineTool } from '../tool.ts';

export const restoreTask = defineTool({
  name: 'restore_task',
  title: 'Restore a task',
  description: 'Brings a task back from the trash, with its tags and reminders.',
  scope: 'tasks:write',
  hints: { ...changes, destructiveHint: false },
  input: z.strictObject({ id: taskId }),
  output: taskChanges,
  run: async ({ tasks, ownerId }, { id }) => {
    const key = { ownerId, id };
    const task = await tasks.get(key);
    if (task.deletedAt === null) return { tasks: [task], removed: [] };
    return tasks.patch(key, { deleted: false, version: task.version });
  },
});
