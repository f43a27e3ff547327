import type { ReminderLinkAction, ReminderLinkState, ReminderLinkView } from '@todo-chatbot/shared';

/** What a page says of a link; `press` is on its button, where there is something to do. */
export interface LinkWords {
  title: string;
  lead: string;
  press?: string;
}

/** A moment on the clock of a zone: `Thursday 26 November at 09:00 (Europe/Berlin)`. */
export function momentWords({ at, timeZone }: { at: string; timeZone: string }): string {
  const moment = new Date(at);
  const day = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  return `${day.format(moment).replace(',', '')} at ${time.format(moment)} (${timeZone})`;
}

type Told = Record<Exclude<ReminderLinkState, 'outdated' | 'gone' | 'expired'>, LinkWords>;

const complete: Told = {
  ready: {
    title: 'Is this done?',
    lead: 'It is marked as done when you say so here.',
    press: 'Mark as done',
  },
  done: { title: 'Marked as done', lead: 'One thing less. You can close this page.' },
  already: { title: 'This is done already', lead: 'Nothing was changed.' },
};

const snooze = (press: string, when: string): Told => ({
  ready: { title: 'Remind you again?', lead: `The next reminder comes on ${when}.`, press },
  done: { title: 'You will be reminded again', lead: `The next reminder comes on ${when}.` },
  already: {
    title: 'There is nothing to remind of',
    lead: 'This is done already, or you will be reminded of it then anyway.',
  },
});

const stopMail: Told = {
  ready: {
    title: 'Stop reminders by mail?',
    lead: 'They then show in the app only. What concerns your account, such as a new password, still comes by mail.',
    press: 'Stop reminders by mail',
  },
  done: {
    title: 'No more reminders by mail',
    lead: 'They show in the app. On your account page you can switch the mail on again.',
  },
  already: {
    title: 'Reminders by mail are off',
    lead: 'They show in the app. On your account page you can switch the mail on again.',
  },
};

const told = (action: ReminderLinkAction, when: string): Told =>
  ({
    complete,
    'snooze-hour': snooze('Remind me in an hour', when),
    'snooze-tomorrow': snooze('Remind me tomorrow', when),
    'stop-mail': stopMail,
  })[action];

const gone = (action: ReminderLinkAction): LinkWords =>
  action === 'stop-mail'
    ? { title: 'This account was deleted', lead: 'No more mail goes to it.' }
    : { title: 'This task was deleted', lead: 'There is nothing to do any more.' };

/** What the page of a link says. */
export function linkWords({ action, state, again }: ReminderLinkView): LinkWords {
  if (state === 'gone') return gone(action);
  if (state === 'expired') {
    return {
      title: 'This link is too old',
      lead: 'Nothing was changed. In the app you find everything as it is now.',
    };
  }
  if (state === 'outdated') {
    return {
      title: 'This reminder is out of date',
      lead: 'The task was changed since this mail was written, so nothing was done. Look at it as it is now.',
    };
  }
  return told(action, again ? momentWords(again) : 'time')[state];
}

/** What is said where no link can be read. */
export const noLink: Record<'unknown' | 'away', LinkWords> = {
  unknown: {
    title: 'This link does not work',
    lead: 'Perhaps a part of it is missing. Open it from the mail once more, or go to your tasks.',
  },
  away: {
    title: 'The server cannot be reached',
    lead: 'Nothing was changed. Open the link again in a moment.',
  },
};
