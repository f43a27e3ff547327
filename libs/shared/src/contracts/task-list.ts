import { z } from 'zod';
import { calendarDate } from './calendar.ts';
import { priority, tagName, task } from './task.ts';
import { singleLine } from './text.ts';

/** Which tasks a list shows; only `trash` holds deleted ones. */
export const taskStatus = z.enum(['all', 'open', 'done', 'trash']);
export type TaskStatus = z.infer<typeof taskStatus>;

/** The orders of a list; `newest` and `completed` begin with the latest, the others as one reads. */
export const taskSorts = ['newest', 'manual', 'due', 'priority', 'title', 'completed'] as const;
export const taskSort = z.enum(taskSorts);
export type TaskSort = z.infer<typeof taskSort>;

/** Due dates seen from the day that the client calls today. */
export const dueViews = ['overdue', 'today', 'upcoming', 'none'] as const;
export const dueView = z.enum(dueViews);
export type DueView = z.infer<typeof dueView>;

/** A parameter that may be repeated in a query string. */
const repeated = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(20).default([]),
  );

/** The query of a task list; `cursor` is the `nextCursor` of the page before, same query. */
export const taskListQuery = z
  .strictObject({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().min(1).max(2_000).optional(),
    status: taskStatus.default('all'),
    sort: taskSort.default('newest'),
    due: dueView.optional(),
    /** The client's own day; `due` is seen from it. */
    today: calendarDate.optional(),
    dueFrom: calendarDate.optional(),
    dueTo: calendarDate.optional(),
    /** Any of these. */
    priority: repeated(priority),
    /** All of these. */
    tag: repeated(tagName),
    /** Words that title, notes, tags or subtasks hold, in any order. */
    q: singleLine().trim().min(1).max(200).optional(),
  })
  .refine(({ due, today }) => !due || due === 'none' || today !== undefined, {
    path: ['today'],
    error: 'is needed by due',
  });
export type TaskListQuery = z.infer<typeof taskListQuery>;

/** {@link TaskListQuery} as a client writes it, defaults left out. */
export interface TaskListQueryInput {
  limit?: number;
  cursor?: string;
  status?: TaskStatus;
  sort?: TaskSort;
  due?: DueView;
  today?: string;
  dueFrom?: string;
  dueTo?: string;
  priority?: z.infer<typeof priority>[];
  tag?: string[];
  q?: string;
}

/** A page of tasks in the order asked for; `nextCursor` is null on the last page. */
export const taskPage = z.object({ items: z.array(task), nextCursor: z.string().nullable() });
export type TaskPage = z.infer<typeof taskPage>;

/** The query of the counts beside the views. */
export const taskSummaryQuery = z.strictObject({ today: calendarDate });

/** How many tasks each view holds; all but `done` and `trash` count open ones. */
export const taskSummary = z.object({
  open: z.int(),
  overdue: z.int(),
  today: z.int(),
  upcoming: z.int(),
  none: z.int(),
  done: z.int(),
  trash: z.int(),
});
export type TaskSummary = z.infer<typeof taskSummary>;

/** A tag and how many open tasks carry it. */
export const tag = z.object({ name: z.string(), open: z.int() });
export type Tag = z.infer<typeof tag>;
export const tagList = z.object({ items: z.array(tag) });
export type TagList = z.infer<typeof tagList>;

/** A new name for a tag, on every task that carries it. */
export const tagRename = z.strictObject({ name: tagName });

/** How many tasks a change of many touched. */
export const touched = z.object({ count: z.int() });
export type Touched = z.infer<typeof touched>;
