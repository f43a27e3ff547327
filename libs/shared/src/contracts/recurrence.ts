import { z } from 'zod';
import { calendarDate } from './calendar.ts';

export const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
export type Weekday = (typeof weekdays)[number];

/** The units in which a task can recur. Nothing below a day: a task is for a person. */
export const recurrenceUnits = ['day', 'week', 'month', 'year'] as const;
export type RecurrenceUnit = (typeof recurrenceUnits)[number];

/**
 * How a task recurs: every `every` days, weeks, months or years from its due date, in wall time of
 * the task's own zone. `weekdays` belongs to weeks; `monthDay` to months, where -1 is the last day
 * and a day that a month lacks falls on its last one.
 */
export const recurrence = z
  .strictObject({
    every: z.int().min(1).max(999),
    unit: z.enum(recurrenceUnits),
    weekdays: z.array(z.enum(weekdays)).min(1).max(7).optional(),
    monthDay: z.union([z.literal(-1), z.int().min(1).max(31)]).optional(),
    /** The last day on which it may fall. */
    until: calendarDate.optional(),
    /** Whether the next one counts from the due date or from the day it was completed. */
    from: z.enum(['due', 'completion']).default('due'),
  })
  .refine(({ unit, weekdays: days }) => !days || unit === 'week', {
    path: ['weekdays'],
    error: 'belongs to the unit week',
  })
  .refine(({ weekdays: days }) => !days || new Set(days).size === days.length, {
    path: ['weekdays'],
    error: 'must not name a day twice',
  })
  .refine(({ unit, monthDay }) => monthDay === undefined || unit === 'month', {
    path: ['monthDay'],
    error: 'belongs to the unit month',
  });
export type Recurrence = z.infer<typeof recurrence>;
