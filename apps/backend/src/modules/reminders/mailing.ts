import { setTimeout as sleep } from 'node:timers/promises';
import type { MailOutcome } from '@todo-chatbot/shared';
import type { Mail } from '../mail/letter.ts';
import { MailDelayed, MailRefused } from '../mail/post-office.ts';
import type { Carrier } from '../mail/post-office.ts';
import { isCurrent, isLate } from './reminder.ts';
import type { Addressee, RemindedTask, ReminderMoment } from './reminder.ts';

/** A mail that this process has, until its lease is over. */
export interface ClaimedMail extends ReminderMoment {
  /** Of the reminder; the key by which the provider knows two tries as one mail. */
  id: string;
  toldAt: Date;
  task: RemindedTask;
  addressee: Addressee;
  /** As it was written for the first try; undefined before. */
  mail: Mail | undefined;
  /** How often it was taken, this time included. */
  attempts: number;
  /** Whether it was tried for as long as is worth it. */
  expired: boolean;
}

/** What came of a try: an end, or when to try again. */
export type Settlement =
  | { id: string; outcome: MailOutcome }
  /** In how many milliseconds to try again. */
  | { id: string; retryIn: number };

/** Mails on their way. */
export interface Outbox {
  /** How many mails could be tried now, counted up to `most`. */
  waiting(most: number): Promise<number>;
  /** Takes mails for `lease` milliseconds; whoever dies with them leaves them to others after that. */
  claim(limit: number, lease: number): Promise<ClaimedMail[]>;
  /** Keeps mails as they were written; answers by id what is kept, which another may have written. */
  keep(written: ReadonlyMap<string, Mail>): Promise<Map<string, Mail>>;
  settle(settlements: Settlement[]): Promise<void>;
  /** Books the next `count` moments for sending, `interval` milliseconds apart; answers in how many the first comes. */
  book(count: number, interval: number): Promise<number>;
  /** Lets nobody send for so many milliseconds. */
  hold(milliseconds: number): Promise<void>;
}

/** What a reminder's mail is written from. */
export interface ReminderLetter {
  to: string;
  personName: string;
  task: RemindedTask;
  reminder: { id: string; firesAt: Date; missed: boolean };
}

/** Writes the mail of a reminder. */
export type ReminderMailer = (letter: ReminderLetter) => Promise<Mail>;

export interface MailingOptions {
  /** Mails a second, over all processes; 0 for no limit. */
  perSecond: number;
  /** Milliseconds for which a process has what it took. Well above `patience`. */
  lease: number;
  /** Milliseconds in which the provider must answer. */
  patience: number;
  /** Milliseconds from the first try to the second; each later pause is twice as long. */
  firstPause: number;
}

export const mailingDefaults: MailingOptions = {
  perSecond: 2,
  lease: 60_000,
  patience: 10_000,
  firstPause: 5_000,
};

export interface MailingPorts {
  outbox: Outbox;
  carrier: Carrier;
  write: ReminderMailer;
  options: MailingOptions;
  onTrouble: (error: unknown, what: { reminder: string; given: 'up' | 'another try' }) => void;
}

const mostAtOnce = 25;
const longestPause = 900_000;

/** What ends a mail without a try: it is too old, or says what is no longer so. */
function endOf(claimed: ClaimedMail): MailOutcome | undefined {
  const { expired, addressee, task } = claimed;
  if (expired) return 'failed';
  if (!isCurrent(task, claimed)) return 'overtaken';
  if (!addressee.wanted) return 'unwanted';
  return addressee.confirmed ? undefined : 'unconfirmed';
}

const letterOf = ({ id, firesAt, toldAt, task, addressee }: ClaimedMail): ReminderLetter => ({
  to: addressee.email,
  personName: addressee.name,
  task,
  reminder: { id, firesAt, missed: isLate(firesAt, toldAt) },
});

/** Sends what is in the outbox, until it is empty or the signal aborts. */
export function createMailing({ outbox, carrier, write, options, onTrouble }: MailingPorts) {
  const { perSecond, lease, patience, firstPause } = options;
  const interval = perSecond > 0 ? 1_000 / perSecond : 0;
  const atOnce = perSecond > 0 ? Math.min(mostAtOnce, Math.ceil(perSecond)) : mostAtOnce;

  /** The mail that every try of this reminder sends: written once, and kept before the first. */
  async function written(open: ClaimedMail[]): Promise<Map<string, Mail>> {
    const fresh = new Map<string, Mail>();
    for (const claimed of open.filter(({ mail }) => !mail)) {
      try {
        fresh.set(claimed.id, await write(letterOf(claimed)));
      } catch (error) {
        onTrouble(error, { reminder: claimed.id, given: 'another try' });
      }
    }
    const kept = fresh.size > 0 ? await outbox.keep(fresh) : fresh;
    const before = open.flatMap(({ id, mail }): [string, Mail][] => (mail ? [[id, mail]] : []));
    return new Map([...before, ...kept]);
  }

  const pauseAfter = ({ attempts }: ClaimedMail) =>
    Math.min(longestPause, firstPause * 2 ** (attempts - 1));

  async function send(claimed: ClaimedMail, mail: Mail): Promise<Settlement> {
    const { id } = claimed;
    const waiting = new AbortController();
    const tooLong = setTimeout(() => waiting.abort(), patience);
    try {
      await carrier.carry(mail, id, waiting.signal);
      return { id, outcome: 'sent' };
    } catch (error) {
      const hopeless = error instanceof MailRefused;
      onTrouble(error, { reminder: id, given: hopeless ? 'up' : 'another try' });
      if (hopeless) return { id, outcome: 'failed' };
      if (!(error instanceof MailDelayed)) return { id, retryIn: pauseAfter(claimed) };
      await outbox.hold(error.seconds * 1_000);
      return { id, retryIn: Math.max(error.seconds * 1_000, firstPause) };
    } finally {
      // A signal that lives on would keep the whole request with it.
      clearTimeout(tooLong);
    }
  }

  async function sendAll(claimed: ClaimedMail[], signal: AbortSignal): Promise<void> {
    const ended: Settlement[] = [];
    const open: ClaimedMail[] = [];
    for (const one of claimed) {
      const outcome = endOf(one);
      if (outcome) ended.push({ id: one.id, outcome });
      else open.push(one);
    }
    const mails = await written(open);
    const tries = open.map(async (one, index): Promise<Settlement> => {
      const mail = mails.get(one.id);
      if (index > 0 && interval > 0) {
        await sleep(index * interval, undefined, { signal }).catch(() => undefined);
      }
      // What is not begun when the process is to end, the others take at once.
      if (signal.aborted) return { id: one.id, retryIn: 0 };
      return mail ? send(one, mail) : { id: one.id, retryIn: pauseAfter(one) };
    });
    await outbox.settle([...ended, ...(await Promise.all(tries))]);
  }

  return async (signal: AbortSignal): Promise<void> => {
    for (;;) {
      if (signal.aborted) return;
      const count = await outbox.waiting(atOnce);
      if (count === 0) return;
      const wait = await outbox.book(count, interval);
      // Rejects when aborted.
      if (wait > 0) await sleep(wait, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      const claimed = await outbox.claim(count, lease);
      if (claimed.length > 0) await sendAll(claimed, signal);
    }
  };
}
