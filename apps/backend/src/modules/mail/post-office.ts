import { mailPause } from '@todo-chatbot/shared';
import type { Letter, Mail, Writer } from './letter.ts';

/** A mail on its way, and whose it is. */
export interface QueuedMail {
  userId: string;
  mail: Mail;
}

/** How a mail waits. */
export interface Waiting {
  /** Mails with the same key are one within `onceWithinSeconds`. */
  key: string;
  onceWithinSeconds: number | undefined;
  /** After this time it is not worth sending any more. */
  keepSeconds: number;
}

/** Where mails wait until somebody takes them. */
export interface MailQueue {
  add(queued: QueuedMail, waiting: Waiting): Promise<void>;
}

/** The provider does not take this mail, now or later. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

/** The provider takes no mail for so many seconds. */
export class MailDelayed extends Error {
  override readonly name = 'MailDelayed';
  readonly seconds: number;

  constructor(message: string, seconds: number) {
    super(message);
    this.seconds = seconds;
  }
}

/** Hands mails to a provider. */
export interface Carrier {
  /**
   * Hands a mail over. Tries with the same key are one mail to the provider.
   * Throws {@link MailRefused} when trying again is useless, {@link MailDelayed} when it is for some
   * time, another error when it is not. `signal` ends the waiting for an answer.
   */
  carry(mail: Mail, key: string, signal?: AbortSignal): Promise<void>;
}

/** Takes letters. */
export interface PostOffice {
  post(letter: Letter): Promise<void>;
}

const minute = 60;
const hour = 60 * minute;

// Nobody is to be flooded by others who type in an address that is not theirs.
const onceWithin = {
  'verify-address': mailPause,
  'reset-password': mailPause,
  'address-registered': 15 * minute,
  'password-changed': undefined,
} satisfies Record<Letter['about'], number | undefined>;

// As long as their links are good, and well below the 24 hours for which a provider knows keys.
const keep = {
  'verify-address': 12 * hour,
  'reset-password': hour,
  'address-registered': 12 * hour,
  'password-changed': 12 * hour,
} satisfies Record<Letter['about'], number>;

/** Writes letters and puts them into the queue. */
export function createPostOffice(write: Writer, queue: MailQueue): PostOffice {
  return {
    async post(letter) {
      const { about, to } = letter;
      await queue.add(
        { userId: to.userId, mail: await write(letter) },
        {
          key: `${about} ${to.userId}`,
          onceWithinSeconds: onceWithin[about],
          keepSeconds: keep[about],
        },
      );
    },
  };
}
