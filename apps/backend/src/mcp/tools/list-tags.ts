import { tagList } from '@todo-chatbot/shared';
import { z } from 'zod';
import { defineTool, reads } from '../tool.ts';

export const listTags = defineTool({
  name: 'list_tags',
  title: 'List tags',
  description: 'Lists the tags in use, with how many open tasks carry each.',
  scope: 'tasks:read',
  hints: reads,
  input: z.strictObject({}),
  output: tagList,
  run: ({ tasks, ownerId }) => tasks.tags(ownerId),
});
