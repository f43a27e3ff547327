import { z } from 'zod';
import { calendarDate, timeZone, wallTime } from './calendar.ts';
import { recurrence } from './recurrence.ts';
import { multiLine, singleLine } from './text.ts';

const line = (max: number) =>
  singleLine().trim().min(1, 'must not be empty').max(max, `must have at most ${max} characters`);

const unique = <T>(items: readonly T[]): boolean => new Set(items).size === items.length;

export const taskLimits = {
  title: 500,
  notes: 10_000,
  tags: 20,
  tag: 40,
  subtasks: 100,
  reminders: 5,
  /** Minutes before the due moment: four weeks. */
  reminderMinutes: 40_320,
  bulk: 500,
} as const;

const title = line(taskLimits.title);
const notes = multiLine().max(taskLimits.notes, 'must have at most 10,000 characters');
const version = z.int().min(1);

/** A task's id. A client may choose it, so that a repeated request creates one task. */
export const taskId = z.uuid();

/** From unimportant to urgent, in that order. */
export const priorities = ['none', 'low', 'medium', 'high'] as const;
export const priority = z.enum(priorities);
export type Priority = z.infer<typeof priority>;

/** Where an open task stands; the board's third column holds completed ones. */
export const stages = ['todo', 'doing'] as const;
export const stage = z.enum(stages);
export type Stage = z.infer<typeof stage>;

/** A tag's name, lower case, without spaces and `#`. */
export const tagName = z
  .string()
  .transform((name) => name.trim().replace(/^#/, '').toLowerCase().normalize('NFC'))
  .pipe(
    z
      .string()
      .regex(/^[^\s#,\p{Cc}\p{Cs}]+$/u, 'must be one word without # or commas')
      .max(taskLimits.tag, `must have at most ${taskLimits.tag} characters`),
  );

const tags = z
  .array(tagName)
  .max(taskLimits.tags, `must be at most ${taskLimits.tags}`)
  .transform((names) => [...new Set(names)]);

/** A step of a task. */
export const subtask = z.strictObject({
  id: z.uuid(),
  title: line(taskLimits.title),
  done: z.boolean().default(false),
});
export type Subtask = z.infer<typeof subtask>;

const subtasks = z
  .array(subtask)
  .max(taskLimits.subtasks, `must be at most ${taskLimits.subtasks}`)
  .refine((items) => unique(items.map(({ id }) => id)), 'must have an id each');

/** Minutes before the due moment; a task without a time is due at 9 in the morning. */
const reminders = z
  .array(z.int().min(0).max(taskLimits.reminderMinutes))
  .max(taskLimits.reminders, `must be at most ${taskLimits.reminders}`)
  .refine(unique, 'must not name a moment twice');

/** What a person decides about a task. */
const fields = {
  title,
  notes,
  priority,
  stage,
  tags,
  subtasks,
  reminders,
  dueDate: calendarDate.nullable(),
  dueTime: wallTime.nullable(),
  /** The zone in which `dueTime` is on the wall. */
  timeZone: timeZone.nullable(),
  recurrence: recurrence.nullable(),
};

/** A task as every door shows it to its owner. */
export const task = z.object({
  id: taskId,
  title: z.string(),
  notes: z.string(),
  priority,
  stage,
  tags: z.array(z.string()),
  subtasks: z.array(z.object({ id: z.string(), title: z.string(), done: z.boolean() })),
  reminders: z.array(z.int()),
  dueDate: z.string().nullable(),
  dueTime: z.string().nullable(),
  timeZone: z.string().nullable(),
  recurrence: recurrence.nullable(),
  /** Its place in the manual order, comparable as text byte by byte. */
  position: z.string(),
  completed: z.boolean(),
  completedAt: z.iso.datetime().nullable(),
  /** When it went to the trash, from where it can be restored for 30 days. */
  deletedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  version,
});
export type Task = z.infer<typeof task>;

/** The fields that only make sense together. */
export interface DueFields {
  dueDate: string | null;
  dueTime: string | null;
  timeZone: string | null;
  recurrence: unknown;
  reminders: readonly number[];
}

/** The field that misses another one, and what it misses; undefined when all fit. */
export function dueFault(due: DueFields): { field: string; message: string } | undefined {
  if (due.dueTime && !due.dueDate) return { field: 'dueTime', message: 'needs a dueDate' };
  if (due.dueTime && !due.timeZone) return { field: 'timeZone', message: 'is needed by dueTime' };
  if (due.recurrence && !due.dueDate) return { field: 'recurrence', message: 'needs a dueDate' };
  if (due.reminders.length > 0 && !due.dueDate) {
    return { field: 'reminders', message: 'need a dueDate' };
  }
  return undefined;
}

/** All that a person decides about a task, as it comes in; what is left out takes its default. */
export const taskInput = z.strictObject({
  title,
  notes: notes.default(''),
  priority: priority.default('none'),
  stage: stage.default('todo'),
  tags: tags.default([]),
  subtasks: subtasks.default([]),
  reminders: reminders.default([]),
  dueDate: fields.dueDate.default(null),
  dueTime: fields.dueTime.default(null),
  timeZone: fields.timeZone.default(null),
  recurrence: fields.recurrence.default(null),
});
export type TaskInput = z.infer<typeof taskInput>;

/** Refuses due fields that do not fit each other. */
export function checkDue(value: DueFields, context: z.RefinementCtx): void {
  const fault = dueFault(value);
  if (fault) context.addIssue({ code: 'custom', path: [fault.field], message: fault.message });
}

/** What it takes to create a task. Repeated with the same `id` it creates nothing more. */
export const newTask = taskInput.extend({ id: taskId.optional() }).superRefine(checkDue);
export type NewTask = z.infer<typeof newTask>;
/** {@link NewTask} as a client writes it, defaults left out. */
export type NewTaskInput = z.input<typeof newTask>;

const changes = {
  title: fields.title.optional(),
  notes: fields.notes.optional(),
  priority: fields.priority.optional(),
  stage: fields.stage.optional(),
  tags: fields.tags.optional(),
  subtasks: fields.subtasks.optional(),
  reminders: fields.reminders.optional(),
  dueDate: fields.dueDate.optional(),
  dueTime: fields.dueTime.optional(),
  timeZone: fields.timeZone.optional(),
  recurrence: fields.recurrence.optional(),
  completed: z.boolean().optional(),
  /** True moves it to the trash, false brings it back. */
  deleted: z.boolean().optional(),
};

/** The fields that a patch can change. */
export const changeableFields = Object.keys(changes) as (keyof typeof changes)[];

const changesSomething = (patch: Partial<Record<keyof typeof changes, unknown>>) =>
  changeableFields.some((field) => patch[field] !== undefined);
const mustChange = { error: `must change at least one of ${changeableFields.join(', ')}` };

/** A change to a task, made on the `version` the client has seen. */
export const taskPatch = z
  .strictObject({ ...changes, version })
  .refine(changesSomething, mustChange);
export type TaskPatch = z.infer<typeof taskPatch>;
export type TaskPatchInput = z.input<typeof taskPatch>;

/** Changes to several tasks, each on the version the client has seen: all are made, or none. */
export const taskBulkPatch = z.strictObject({
  patches: z
    .array(z.strictObject({ id: taskId, ...changes, version }).refine(changesSomething, mustChange))
    .min(1)
    .max(taskLimits.bulk)
    .refine((patches) => unique(patches.map(({ id }) => id)), 'must name each task once'),
});
export type TaskBulkPatch = z.infer<typeof taskBulkPatch>;
export type TaskBulkPatchInput = z.input<typeof taskBulkPatch>;

/** What a change brought about: the tasks as they are now, a next occurrence included. */
export const taskChanges = z.object({
  tasks: z.array(task),
  /** Tasks that are gone for good, such as a next occurrence that was taken back. */
  removed: z.array(taskId),
});
export type TaskChanges = z.infer<typeof taskChanges>;

/** A new place in the manual order: right after that task, or first. */
export const taskMove = z.strictObject({ after: taskId.nullable(), version });
export type TaskMove = z.infer<typeof taskMove>;
