import type { ReminderLinkAction } from '@todo-chatbot/shared';
import type { LinkTokens } from './link-token.ts';

/** Whose links, and of which reminder. */
export interface LinkSubject {
  userId: string;
  reminderId: string;
  taskId: string;
}

/** The addresses that a reminder leads to. */
export interface LinkAddresses {
  /** Pages on which a person decides: opening one changes nothing. */
  pages: Readonly<Record<ReminderLinkAction, string>>;
  /** The task in the app; it asks to sign in. */
  task: string;
  /** Where a mail program asks by itself to send no more. */
  oneClick: string;
}

const day = 86_400_000;

// Who completes a task weeks later opens the app; who wants no more mail finds an old one.
const goodFor = {
  complete: 14 * day,
  'snooze-hour': 14 * day,
  'snooze-tomorrow': 14 * day,
  'stop-mail': 180 * day,
} satisfies Record<ReminderLinkAction, number>;

/** Makes the addresses of a reminder's mail. `siteUrl` is the origin of the pages. */
export function createLinkAddresses(siteUrl: string, tokens: LinkTokens) {
  return ({ userId, reminderId, taskId }: LinkSubject, now: Date): LinkAddresses => {
    const token = (action: ReminderLinkAction) =>
      tokens.sign({
        action,
        userId,
        reminderId,
        expiresAt: new Date(now.getTime() + goodFor[action]),
      });
    const page = (action: ReminderLinkAction) => `${siteUrl}/r/${token(action)}`;
    return {
      pages: {
        complete: page('complete'),
        'snooze-hour': page('snooze-hour'),
        'snooze-tomorrow': page('snooze-tomorrow'),
        'stop-mail': page('stop-mail'),
      },
      task: `${siteUrl}/app?task=${taskId}`,
      oneClick: `${siteUrl}/api/v1/reminder-links/${token('stop-mail')}`,
    };
  };
}
