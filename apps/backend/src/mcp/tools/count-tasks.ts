import { taskSummary, taskSummaryQuery } from '@todo-chatbot/shared';
import { defineTool, reads } from '../tool.ts';

export const countTasks = defineTool({
  name: 'count_tasks',
  title: 'Count tasks',
  description:
    'Counts the tasks that are open, overdue, due on a day or after it, done, and in the trash, ' +
    'seen from `today`, the day it is where the person is.',
  scope: 'tasks:read',
  hints: reads,
  input: taskSummaryQuery,
  output: taskSummary,
  run: ({ tasks, ownerId }, { today }) => tasks.summary(ownerId, today),
});
