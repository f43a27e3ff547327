import type { Tool } from '../tool.ts';
import { addTask } from './add-task.ts';
import { changeTasks } from './change-tasks.ts';
import { completeTask } from './complete-task.ts';
import { countTasks } from './count-tasks.ts';
import { deleteTask } from './delete-task.ts';
import { getTask } from './get-task.ts';
import { listTags } from './list-tags.ts';
import { listTasks } from './list-tasks.ts';
import { restoreTask } from './restore-task.ts';
import { updateTask } from './update-task.ts';

/** Every tool, always in this order: clients keep lists, and models keep prompts. */
export const tools: readonly Tool[] = [
  listTasks,
  getTask,
  countTasks,
  listTags,
  addTask,
  updateTask,
  completeTask,
  changeTasks,
  deleteTask,
  restoreTask,
];
