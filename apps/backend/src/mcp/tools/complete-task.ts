import { taskChanges, taskId } from '@todo-chatbot/shared';
import { z } from 'zod';
import { changes, defineTool } from '../tool.ts';

export const completeTask = defineTool({
  name: 'complete_task',
  title: 'Check off a task',
  description:
    'Marks a task as done, or as open again. A task that repeats brings its next occurrence.',
  scope: 'tasks:write',
  hints: { ...changes, destructiveHint: false },
  input: z.strictObject({ id: taskId, completed: z.boolean().default(true) }),
  output: taskChanges,
  run: async ({ tasks, ownerId }, { id, completed }) => {
    const key = { ownerId, id };
    const task = await tasks.get(key);
    if (task.completed === completed) return { tasks: [task], removed: [] };
    return tasks.patch(key, { completed, version: task.version });
  },
});
