import { taskBulkPatch, taskChanges } from '@todo-chatbot/shared';
import { changes, defineTool } from '../tool.ts';

export const changeTasks = defineTool({
  name: 'change_tasks',
  title: 'Change several tasks',
  description:
    'Changes up to 500 tasks at once, each on the version that was read: all changes are made, or ' +
    'none. `deleted: true` moves to the trash.',
  scope: 'tasks:write',
  hints: changes,
  input: taskBulkPatch,
  output: taskChanges,
  run: ({ tasks, ownerId }, input) => tasks.patchAll(ownerId, input),
});
