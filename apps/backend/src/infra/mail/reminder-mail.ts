import { createLinkAddresses } from '../../modules/reminders/links/link-addresses.ts';
import type { LinkAddresses } from '../../modules/reminders/links/link-addresses.ts';
import type { LinkTokens } from '../../modules/reminders/links/link-token.ts';
import { reminderWords } from './reminder-words.ts';
import type { RemindedTask, ReminderWords } from './reminder-words.ts';

/** What a mail about a reminder is made of. */
export interface ReminderMailInput {
  personName: string;
  task: RemindedTask;
  reminder: {
    id: string;
    firesAt: Date;
    /** Whether it comes so late that the mail has to say so. */
    missed: boolean;
  };
  userId: string;
  /** The origin of the pages. */
  siteUrl: string;
  /** Signs the links; they expire some time after `writtenAt`. */
  links: LinkTokens;
  writtenAt: Date;
}

/** A reminder as it is sent. Written once and kept: a retry has to send the same. */
export interface ReminderMail {
  subject: string;
  html: string;
  text: string;
  /** Lets mail programs offer to send no more. */
  headers: Record<string, string>;
}

function asText(words: ReminderWords, { pages, task }: LinkAddresses): string {
  const links = [
    `Mark as done:\n${pages.complete}`,
    `Remind me in an hour:\n${pages['snooze-hour']}`,
    `Remind me tomorrow:\n${pages['snooze-tomorrow']}`,
    `Open the task:\n${task}`,
    `Reminders show in Todo as well. Stop reminders by mail:\n${pages['stop-mail']}`,
  ];
  const said = [words.greeting, words.title, words.due, words.late, words.notes.join('\n')];
  return `${[...said.filter(Boolean), ...links].join('\n\n')}\n`;
}

/**
 * Writes the mail of a reminder, as HTML and as text. What draws it is loaded for the first one.
 * @see https://www.rfc-editor.org/rfc/rfc8058 for the headers
 */
export async function reminderMail(input: ReminderMailInput): Promise<ReminderMail> {
  const { task, reminder, userId, siteUrl, links, writtenAt } = input;
  const words = reminderWords(input);
  const subject = { userId, reminderId: reminder.id, taskId: task.id };
  const addresses = createLinkAddresses(siteUrl, links)(subject, writtenAt);
  const { reminderAsHtml } = await import('./reminder-page.ts');
  return {
    subject: words.subject,
    html: reminderAsHtml(words, addresses),
    text: asText(words, addresses),
    headers: {
      'List-Unsubscribe': `<${addresses.oneClick}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}
