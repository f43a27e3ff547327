import { calendarDate, priorities, taskId, wallTime } from '@todo-chatbot/shared';
import type { Task, TaskSort } from '@todo-chatbot/shared';
import { z } from 'zod';
import type { SortKeys } from './task-store.ts';

/** How many characters of a title are ordered by. */
export const titleKeyLength = 120;

const moment = z.iso.datetime();
const place = z.string().regex(/^[A-Za-z0-9]{1,400}$/);
const due = [calendarDate.nullable(), wallTime.nullable()] as const;
const dueOf = ({ dueDate, dueTime }: Task): SortKeys => [dueDate, dueTime];

/** What each order compares, and the form in which a cursor brings it back. */
export const sortKeys = {
  newest: {
    of: (task) => [task.createdAt],
    schema: z.tuple([moment, taskId]),
  },
  manual: {
    of: (task) => [task.position],
    schema: z.tuple([place, taskId]),
  },
  due: {
    of: (task) => [...dueOf(task), task.position],
    schema: z.tuple([...due, place, taskId]),
  },
  priority: {
    of: (task) => [-priorities.indexOf(task.priority), ...dueOf(task), task.position],
    schema: z.tuple([z.int().min(-3).max(0), ...due, place, taskId]),
  },
  title: {
    of: (task) => [[...task.title].slice(0, titleKeyLength).join('')],
    schema: z.tuple([z.string().max(2 * titleKeyLength), taskId]),
  },
  completed: {
    of: (task) => [task.completedAt],
    schema: z.tuple([moment.nullable(), taskId]),
  },
} satisfies Record<TaskSort, { of: (task: Task) => SortKeys; schema: z.ZodType<SortKeys> }>;
