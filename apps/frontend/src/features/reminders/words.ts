import type { Reminder } from '@todo-chatbot/shared';
import { dueWords } from '@/features/tasks/due-words';

const hour = 3_600_000;
const morning = 9;

/** A moment in an hour. */
export const inAnHour = (now = new Date()): Date => new Date(now.getTime() + hour);

/** Nine in the morning of the next day, where the person is. */
export const tomorrow = (now = new Date()): Date =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, morning);

const clock = (moment: Date) =>
  moment.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
const isSameDay = (one: Date, other: Date) => one.toDateString() === other.toDateString();

/** When a moment was or will be: 09:30, or Thu 26 Nov, 09:30. */
export function momentWords(moment: Date, now = new Date()): string {
  if (isSameDay(moment, now)) return clock(moment);
  const day = moment.toLocaleDateString('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
  return `${day.replace(',', '')}, ${clock(moment)}`;
}

/** What is said when a reminder will come again. */
export function againWords(until: Date, now = new Date()): string {
  const when = isSameDay(until, now) ? `at ${clock(until)}` : `on ${momentWords(until, now)}`;
  return `You will be reminded again ${when}.`;
}

/** What a reminder says below its title. */
export function reminderNote({ task, firesAt, missed, current, mail }: Reminder, today: string) {
  const due = dueWords(task, today);
  return [
    due && `Due ${due.replace(/^(Today|Tomorrow|Yesterday)/, (day) => day.toLowerCase())}`,
    missed && `late: meant for ${momentWords(new Date(firesAt))}`,
    !current && 'done, moved or deleted since',
    mail === 'failed' && 'its mail could not be delivered',
  ]
    .filter(Boolean)
    .join(' · ');
}
