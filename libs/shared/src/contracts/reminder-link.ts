import { z } from 'zod';

/** What a link in a reminder's mail can do. */
export const reminderLinkActions = [
  'complete',
  'snooze-hour',
  'snooze-tomorrow',
  'stop-mail',
] as const;
export const reminderLinkAction = z.enum(reminderLinkActions);
export type ReminderLinkAction = z.infer<typeof reminderLinkAction>;

/**
 * Where a link stands: it can be followed; it was followed just now; what it does has happened
 * before; its task is due at another moment since; there is no such task or account any more; or
 * the link is too old.
 */
export const reminderLinkStates = [
  'ready',
  'done',
  'already',
  'outdated',
  'gone',
  'expired',
] as const;
export const reminderLinkState = z.enum(reminderLinkStates);
export type ReminderLinkState = z.infer<typeof reminderLinkState>;

/** What a link in a reminder's mail does, and whether it still can. */
export const reminderLinkView = z.object({
  action: reminderLinkAction,
  state: reminderLinkState,
  /** The task it is about; null where it is about all mail, or where the task is not to be told. */
  task: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  /** When a link that snoozes reminds again, and the zone in which its person reckons. */
  again: z.object({ at: z.iso.datetime(), timeZone: z.string() }).nullable(),
});
export type ReminderLinkView = z.infer<typeof reminderLinkView>;
