import { z } from 'zod';

/** What a link in a reminder can do. */
export const reminderLinkActions = [
  'complete',
  'snooze-hour',
  'snooze-tomorrow',
  'stop-mail',
] as const;
export const reminderLinkAction = z.enum(reminderLinkActions);
export type ReminderLinkAction = z.infer<typeof reminderLinkAction>;
