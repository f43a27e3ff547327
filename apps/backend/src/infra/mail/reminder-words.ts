import { wallClock } from '@todo-chatbot/shared/dates';
import { inertLine, inertLines } from '../../modules/mail/inert-text.ts';
import { plainName } from '../../modules/mail/plain-name.ts';

/** What is needed of a task to remind of it. */
export interface RemindedTask {
  id: string;
  title: string;
  notes: string;
  dueDate: string | null;
  dueTime: string | null;
  /** The zone in which `dueTime` is on the wall. */
  timeZone: string | null;
}

/** What a reminder says, before it gets its form. */
export interface ReminderWords {
  subject: string;
  preview: string;
  greeting: string;
  title: string;
  /** When the task is due; undefined where it is not any more. */
  due: string | undefined;
  /** Said of a reminder that comes later than it should. */
  late: string | undefined;
  notes: string[];
}

/** Mail programs show about half of it. */
const longestSubject = 120;
const longestTitle = 500;
/** The rest is read in the app. */
const longestNotes = 1_000;

// By the calendar alone: a day is the same day in every zone.
const dayFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const dayWords = (day: string) => dayFormat.format(new Date(`${day}T00:00:00Z`)).replace(',', '');

/** A day, and a time on the wall of its zone: `Thursday 26 November 2026 at 09:30 (Asia/Kolkata)`. */
function whenWords(day: string, time: string | null, zone: string | null): string {
  if (!time) return dayWords(day);
  return `${dayWords(day)} at ${time}${zone ? ` (${zone})` : ''}`;
}

const dueWords = ({ dueDate, dueTime, timeZone }: RemindedTask) =>
  dueDate ? `Due ${whenWords(dueDate, dueTime, timeZone)}.` : undefined;

/** When a reminder was to come, on the clock of its task. */
function lateWords({ timeZone }: RemindedTask, firesAt: Date): string {
  const zone = timeZone ?? 'UTC';
  const { day, time } = wallClock(zone, firesAt);
  return `This reminder was meant for ${whenWords(day, time, zone)}. It comes late, because Todo could not send it then.`;
}

interface Told {
  personName: string;
  task: RemindedTask;
  reminder: { firesAt: Date; missed: boolean };
}

/** What a reminder says. Nothing in it that somebody wrote can become a link. */
export function reminderWords({ personName, task, reminder }: Told): ReminderWords {
  const name = plainName(personName);
  const due = dueWords(task);
  const late = reminder.missed ? lateWords(task, reminder.firesAt) : undefined;
  return {
    subject: inertLine(`Reminder: ${task.title}`, longestSubject),
    preview: late ?? due ?? 'You asked to be reminded.',
    greeting: `Hello${name ? ` ${name}` : ''}, you asked to be reminded of this:`,
    title: inertLine(task.title, longestTitle) || 'A task',
    due,
    late,
    notes: inertLines(task.notes, longestNotes),
  };
}
