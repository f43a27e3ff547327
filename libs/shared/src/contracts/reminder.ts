import { z } from 'zod';

/** How many told reminders are listed, and for how many days. */
export const reminderLimits = { list: 50, days: 30, snoozeDays: 366 } as const;

/**
 * What became of a reminder's mail: on its way, taken by the provider, not taken by it for hours or
 * for good, not wanted by its person, not possible (no mail on this server, or an address that
 * nobody confirmed), told more than a day late, or overtaken by a change of the task.
 */
export const mailOutcomes = [
  'queued',
  'sent',
  'failed',
  'unwanted',
  'no_mail_here',
  'unconfirmed',
  'too_late',
  'overtaken',
] as const;
export const mailOutcome = z.enum(mailOutcomes);
export type MailOutcome = z.infer<typeof mailOutcome>;

/** A reminder that was told, with its task as it is now. */
export const reminder = z.object({
  id: z.uuid(),
  task: z.object({
    id: z.uuid(),
    title: z.string(),
    dueDate: z.string().nullable(),
    dueTime: z.string().nullable(),
    timeZone: z.string().nullable(),
  }),
  /** When it was to be told. */
  firesAt: z.iso.datetime(),
  toldAt: z.iso.datetime(),
  /** Told more than an hour late, because nothing ran in the meantime. */
  missed: z.boolean(),
  read: z.boolean(),
  /** False when the task was completed, deleted or rescheduled since. */
  current: z.boolean(),
  mail: mailOutcome,
});
export type Reminder = z.infer<typeof reminder>;

/** The newest told reminders, newest first, and how many of all are unread. */
export const reminderList = z.object({ items: z.array(reminder), unread: z.int().min(0) });
export type ReminderList = z.infer<typeof reminderList>;

/** The reminders that its person has seen; null for all that were told so far. */
export const remindersRead = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(reminderLimits.list).nullable(),
});
export type RemindersRead = z.infer<typeof remindersRead>;

/** A reminder that is to come once more, at a moment of its person's choice. */
export const reminderSnooze = z.strictObject({ until: z.iso.datetime({ offset: true }) });
export type ReminderSnooze = z.infer<typeof reminderSnooze>;

/**
 * What an answer to a reminder came to: it was done; it had been done already; the task is closed or
 * due at another moment since; or there is no such reminder any more.
 */
export const reminderOutcomes = ['done', 'already', 'outdated', 'gone'] as const;
export const reminderOutcome = z.enum(reminderOutcomes);
export type ReminderOutcome = z.infer<typeof reminderOutcome>;

/** What was answered to a reminder, and the task that it is about. */
export const reminderAnswer = z.object({
  outcome: reminderOutcome.exclude(['gone']),
  taskId: z.uuid(),
});
export type ReminderAnswer = z.infer<typeof reminderAnswer>;

/** Why no reminder goes out by mail though its person wants it. */
export const mailHindrances = ['no_mail_here', 'unconfirmed'] as const;

/** Whether reminders also come by mail. */
export const reminderSettings = z.object({
  /** Whether its person wants them by mail. */
  mail: z.boolean(),
  /** What keeps them from going out all the same; null when nothing does. */
  hindrance: z.enum(mailHindrances).nullable(),
});
export type ReminderSettings = z.infer<typeof reminderSettings>;
export const reminderSettingsPatch = z.strictObject({ mail: z.boolean() });
