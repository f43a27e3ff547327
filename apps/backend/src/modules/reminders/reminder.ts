import type { MailOutcome } from '@todo-chatbot/shared';
import { dueMoment } from '@todo-chatbot/shared/dates/zoned';
import type { Due } from '@todo-chatbot/shared/dates/zoned';

/**
 * How far a reminder has come: its moment is ahead; it was told; or its task was closed or is due at
 * another moment, so that it is not told unless the task changes back in time.
 */
export type ReminderState = 'waiting' | 'told' | 'outdated';

/** A task, as far as its reminders are concerned. */
export interface RemindedTask extends Due {
  id: string;
  ownerId: string;
  title: string;
  notes: string;
  /** Minutes before the due moment. */
  reminders: readonly number[];
  completed: boolean;
  deleted: boolean;
}

/** One reminder: of one task, due at one moment. */
export interface ReminderMoment {
  dueAt: Date;
  firesAt: Date;
  snoozed: boolean;
}

/** When a task's reminders fire, while it is due at `dueAt`. */
export interface Plan {
  dueAt: Date;
  firesAt: Date[];
}

const minute = 60_000;
const hour = 60 * minute;

/** Told later than this, a reminder says that it is late. */
export const lateAfter = hour;
/** Told later than this, a reminder is told in the app only. */
export const notMailedAfter = 24 * hour;

// What the database can hold as a moment is written with a year of four digits here.
const isWritable = (moment: Date) => /^\d{4}-/.test(moment.toISOString());

function knownDueMoment(task: Due): Date | undefined {
  try {
    return dueMoment(task);
  } catch {
    // A zone that another version of this program knew: nothing of this task can be told in time.
    return undefined;
  }
}

/** When an open task is due and reminds; undefined when it is closed, or without a date. */
export function planOf(task: RemindedTask): Plan | undefined {
  if (task.completed || task.deleted) return undefined;
  const dueAt = knownDueMoment(task);
  if (!dueAt || !isWritable(dueAt)) return undefined;
  const moments = task.reminders.map((before) => new Date(dueAt.getTime() - before * minute));
  return { dueAt, firesAt: moments.filter(isWritable) };
}

/** Whether a reminder still says what its task, as it is now, would have it say. */
export function isCurrent(task: RemindedTask, { dueAt, firesAt, snoozed }: ReminderMoment) {
  const plan = planOf(task);
  if (plan?.dueAt.getTime() !== dueAt.getTime()) return false;
  return snoozed || plan.firesAt.some((moment) => moment.getTime() === firesAt.getTime());
}

/** Whether a reminder comes so late that it must say so. */
export const isLate = (firesAt: Date, now: Date): boolean =>
  now.getTime() - firesAt.getTime() > lateAfter;

/** Where a person's reminders go beside the app. */
export interface Addressee {
  name: string;
  email: string;
  confirmed: boolean;
  /** Whether the person wants mail. */
  wanted: boolean;
}

/** What becomes of the mail of a reminder that is told now. */
export function mailOf(
  { confirmed, wanted }: Addressee,
  hasMail: boolean,
  lateness: number,
): MailOutcome {
  if (!wanted) return 'unwanted';
  if (!hasMail) return 'no_mail_here';
  if (!confirmed) return 'unconfirmed';
  return lateness > notMailedAfter ? 'too_late' : 'queued';
}
