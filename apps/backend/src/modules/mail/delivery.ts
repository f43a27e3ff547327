import { MailRefused } from './post-office.ts';
import type { Carrier, QueuedMail } from './post-office.ts';

/** Takes mails out of the queue to their carrier; what it refuses for good is told, and gone. */
export const createDelivery =
  (carrier: Carrier, onRefused: (error: MailRefused) => void) =>
  async ({ mail }: QueuedMail, key: string): Promise<void> => {
    try {
      await carrier.carry(mail, key);
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      onRefused(error);
    }
  };
