import type { ReminderLetter } from '../../modules/reminders/mailing.ts';

/** What a reminder says as plainly as can be: of the task only when it is due. */
export function plainReminder({ task, reminder }: ReminderLetter, siteUrl: string) {
  const { dueDate, dueTime, timeZone } = task;
  const time = dueTime && timeZone ? ` at ${dueTime} (${timeZone})` : '';
  const late = reminder.missed ? 'This reminder comes late. ' : '';
  const text = `${late}A task of yours is due on ${dueDate}${time}.`;
  return {
    subject: 'A reminder from Todo',
    html: `<p>${text}</p><p><a href="${siteUrl}">Open Todo</a></p>`,
    text: `${text}\n\nOpen Todo:\n${siteUrl}\n`,
  };
}
