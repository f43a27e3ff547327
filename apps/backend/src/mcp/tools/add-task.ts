import { newTask, task } from '@todo-chatbot/shared';
import { adds, defineTool } from '../tool.ts';

export const addTask = defineTool({
  name: 'add_task',
  title: 'Add a task',
  description:
    'Adds a task. Only the title is needed. A due time needs a due date and the time zone in which ' +
    'it is on the wall; repetition and reminders (minutes before) need a due date. Repeated with ' +
    'the same id it adds nothing more.',
  scope: 'tasks:write',
  hints: adds,
  input: newTask,
  output: task,
  run: async ({ tasks, ownerId }, input) => (await tasks.create(ownerId, input)).task,
});
