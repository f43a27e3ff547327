import {
  dueView,
  priority,
  tagName,
  taskListQuery,
  taskPage,
  taskSort,
  taskStatus,
} from '@todo-chatbot/shared';
import { z } from 'zod';
import { checked, defineTool, reads } from '../tool.ts';

const day = z.string().describe('A day, such as 2026-11-25');

export const listTasks = defineTool({
  name: 'list_tasks',
  title: 'List tasks',
  description:
    'Lists tasks, a page at a time, or searches for words in them. Without arguments: the open ones.',
  scope: 'tasks:read',
  hints: reads,
  input: z.strictObject({
    status: taskStatus.default('open'),
    due: dueView.optional().describe('Seen from `today`, which it needs'),
    today: day.optional().describe('The day it is where the person is'),
    dueFrom: day.optional(),
    dueTo: day.optional(),
    priority: z.array(priority).max(4).optional().describe('Any of these'),
    tag: z.array(tagName).max(20).optional().describe('All of these'),
    q: z.string().max(200).optional().describe('Words in title, notes, tags or steps'),
    sort: taskSort.default('due'),
    limit: z.int().min(1).max(200).default(50),
    cursor: z.string().max(2_000).optional().describe('`nextCursor` of the page before'),
  }),
  output: taskPage,
  run: ({ tasks, ownerId }, input) => tasks.listText(ownerId, checked(taskListQuery, input)),
});
