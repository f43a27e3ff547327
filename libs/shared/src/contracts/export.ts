import { z } from 'zod';
import { checkDue, taskInput } from './task.ts';

/** How many tasks one export may bring in. */
export const importLimit = 20_000;

const moment = z.iso
  .datetime({ precision: 3, error: 'must be a moment such as 2026-11-25T09:30:00.000Z' })
  .refine((text) => text >= '1900', 'must not be before 1900');

/** A task as an export holds it: everything but ids, which belong to one installation. */
export const exportedTask = taskInput
  .extend({
    completedAt: moment.nullable(),
    deletedAt: moment.nullable(),
    createdAt: moment,
    updatedAt: moment,
  })
  .superRefine(checkDue);
export type ExportedTask = z.infer<typeof exportedTask>;

/** All tasks of one account, in their manual order. Exported, imported and exported again it is the same. */
export const taskExport = z.strictObject({
  format: z.literal('todo-chatbot'),
  version: z.literal(1),
  tasks: z.array(exportedTask).max(importLimit),
});
export type TaskExport = z.infer<typeof taskExport>;
