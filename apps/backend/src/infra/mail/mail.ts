import type { Pool } from 'pg';
import { createDelivery } from '../../modules/mail/delivery.ts';
import { createPostOffice } from '../../modules/mail/post-office.ts';
import type { PostOffice } from '../../modules/mail/post-office.ts';
import { startMailQueue } from '../queue/mail-queue.ts';
import type { RunningMailQueue } from '../queue/mail-queue.ts';
import { createResendCarrier } from './resend-carrier.ts';
import type { ResendOptions } from './resend-carrier.ts';
import { createWriter } from './writer.ts';

/** How mail is sent, and in whose name. */
export interface MailOptions extends ResendOptions {
  /** As mail programs show it, such as `Todo <todo@example.org>`. */
  from: string;
}

/** Mail from the letter to the provider. */
export interface Mail {
  post: PostOffice;
  /** Begins to send what waits. */
  start(): void;
  /** Lets the mail under way go out, and no other. */
  stop(): Promise<void>;
}

interface Surroundings {
  pool: Pool;
  log: (message: string, error: unknown) => void;
}

/** Puts the parts of mail together; nothing is loaded or runs before `start`. */
export function createMail({ from, pool, log, ...resend }: MailOptions & Surroundings): Mail {
  let running: RunningMailQueue | undefined;
  const start = () =>
    (running ??= startMailQueue({
      sql: pool,
      deliver: createDelivery(createResendCarrier(resend), (error) =>
        log('a mail was refused for good', error),
      ),
      onError: (error) => log('the mail queue failed', error),
    }));
  return {
    post: createPostOffice(createWriter(from), {
      add: (queued, waiting) => start().add(queued, waiting),
    }),
    start,
    stop: async () => running?.stop(),
  };
}
