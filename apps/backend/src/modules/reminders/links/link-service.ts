import { addDays, wallClock } from '@todo-chatbot/shared/dates';
import { momentOf, morning } from '@todo-chatbot/shared/dates/zoned';
import type { ReminderLinkState, ReminderLinkView, ReminderOutcome } from '@todo-chatbot/shared';
import { AppError } from '../../app-error.ts';
import type { LinkTokens, ReminderLink } from './link-token.ts';

/** A reminder that a link is about. */
export interface LinkedReminder {
  task: { id: string; title: string; timeZone: string | null };
  /** Why it cannot be answered any more; undefined when it can. */
  obstacle: 'already' | 'outdated' | undefined;
}

interface LinkOutcome {
  outcome: ReminderOutcome;
}

/** What links do about reminders. */
export interface LinkedReminders {
  /** Undefined when the reminder is gone, or its task in the trash. */
  look(ownerId: string, reminderId: string): Promise<LinkedReminder | undefined>;
  completeFromReminder(ownerId: string, reminderId: string): Promise<LinkOutcome>;
  snooze(ownerId: string, reminderId: string, until: Date): Promise<LinkOutcome>;
  /** Whether reminders go to this person by mail; undefined when there is no such person. */
  wantsMail(ownerId: string): Promise<boolean | undefined>;
  stopMail(ownerId: string): Promise<LinkOutcome>;
}

/** What the links in the mails of reminders lead to; their token says who follows them. */
export interface LinkService {
  /** Tells what a link does and whether it still can; changes nothing. */
  look(token: string): Promise<ReminderLinkView>;
  /** Does what the link says, unless it cannot any more. */
  follow(token: string): Promise<ReminderLinkView>;
}

const minute = 60_000;
const hour = 60 * minute;

const zoneOf = ({ task }: LinkedReminder) => task.timeZone ?? 'UTC';

/** When a link reminds again; to the minute, so that two presses are one. */
function nextMoment(action: ReminderLink['action'], zone: string, now: Date): Date | undefined {
  if (action === 'snooze-hour') {
    return new Date(Math.ceil((now.getTime() + hour) / minute) * minute);
  }
  if (action !== 'snooze-tomorrow') return undefined;
  return momentOf(addDays(wallClock(zone, now).day, 1), morning, zone);
}

/** Builds what links lead to on their tokens and on what is known of reminders. */
export function createLinkService(
  tokens: LinkTokens,
  reminders: LinkedReminders,
  now: () => Date,
): LinkService {
  function read(token: string): ReminderLink {
    const link = tokens.read(token);
    // A part of it may be missing; or it was signed with a secret that was replaced since.
    if (!link) throw new AppError('not_found', 'This link is not one of ours, or is not complete.');
    return link;
  }

  const bare = ({ action }: ReminderLink, state: ReminderLinkState): ReminderLinkView => ({
    ...{ action, state, task: null, again: null },
  });

  async function viewOf(link: ReminderLink): Promise<ReminderLinkView> {
    const { action, userId, reminderId } = link;
    if (link.expiresAt <= now()) return bare(link, 'expired');
    if (action === 'stop-mail') {
      const wants = await reminders.wantsMail(userId);
      if (wants === undefined) return bare(link, 'gone');
      return bare(link, wants ? 'ready' : 'already');
    }
    const found = await reminders.look(userId, reminderId);
    if (!found) return bare(link, 'gone');
    const { id, title } = found.task;
    const at = nextMoment(action, zoneOf(found), now());
    return {
      action,
      state: found.obstacle ?? 'ready',
      task: { id, title },
      again: at ? { at: at.toISOString(), timeZone: zoneOf(found) } : null,
    };
  }

  function act({ action, userId, reminderId }: ReminderLink, { again }: ReminderLinkView) {
    if (action === 'stop-mail') return reminders.stopMail(userId);
    if (!again) return reminders.completeFromReminder(userId, reminderId);
    return reminders.snooze(userId, reminderId, new Date(again.at));
  }

  return {
    look: async (token) => viewOf(read(token)),

    async follow(token) {
      const link = read(token);
      const view = await viewOf(link);
      if (view.state !== 'ready') return view;
      const { outcome } = await act(link, view);
      return outcome === 'gone' ? bare(link, 'gone') : { ...view, state: outcome };
    },
  };
}
