import { z } from 'zod';
import { multiLine, singleLine } from './text.ts';

const title = singleLine()
  .trim()
  .min(1, 'must not be empty')
  .max(500, 'must have at most 500 characters');
const notes = multiLine().max(10_000, 'must have at most 10,000 characters');
const version = z.int().min(1);

/** A task's id. */
export const taskId = z.uuid();

/** A task as every door shows it to its owner. */
export const task = z.object({
  id: taskId,
  title: z.string(),
  notes: z.string(),
  completed: z.boolean(),
  completedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  version,
});
export type Task = z.infer<typeof task>;

/** What it takes to create a task. */
export const newTask = z.strictObject({ title, notes: notes.default('') });
export type NewTask = z.infer<typeof newTask>;
/** {@link NewTask} as a client writes it, defaults left out. */
export type NewTaskInput = z.input<typeof newTask>;

const changeable = ['title', 'notes', 'completed'] as const;

/** A change to a task, made on the `version` the client has seen. */
export const taskPatch = z
  .strictObject({
    title: title.optional(),
    notes: notes.optional(),
    completed: z.boolean().optional(),
    version,
  })
  .refine((patch) => changeable.some((field) => patch[field] !== undefined), {
    error: `must change at least one of ${changeable.join(', ')}`,
  });
export type TaskPatch = z.infer<typeof taskPatch>;

/** Which tasks a list shows. */
export const taskStatus = z.enum(['all', 'open', 'done']);
export type TaskStatus = z.infer<typeof taskStatus>;

/** The query of a task list; `cursor` is the `nextCursor` of the page before. */
export const taskListQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().min(1).max(200).optional(),
  status: taskStatus.default('all'),
});
export type TaskListQuery = z.infer<typeof taskListQuery>;
/** {@link TaskListQuery} as a client writes it, defaults left out. */
export type TaskListQueryInput = z.input<typeof taskListQuery>;

/** A page of tasks, newest first; `nextCursor` is null on the last page. */
export const taskPage = z.object({ items: z.array(task), nextCursor: z.string().nullable() });
export type TaskPage = z.infer<typeof taskPage>;
