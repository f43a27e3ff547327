import type { MailOutcome } from '@todo-chatbot/shared';
import { isCurrent, mailOf } from './reminder.ts';
import type { Addressee, RemindedTask, ReminderMoment } from './reminder.ts';

/** A reminder whose moment has come. */
export interface DueReminder extends ReminderMoment {
  id: string;
  task: RemindedTask;
  addressee: Addressee;
  /** By the clock of the database, which is one for all processes. */
  now: Date;
}

/** What becomes of a due reminder. */
export type Verdict = { state: 'told'; mail: MailOutcome } | { state: 'outdated' };

/** Where reminders wait for their moment. */
export interface TellStore {
  /**
   * Takes reminders whose moment has come, `limit` at most and none that another process has, and
   * writes what `decide` says of each; a mail that is to go out is put into the outbox with it, in
   * the same transaction. Answers how many there were.
   */
  tellDue(limit: number, decide: (reminder: DueReminder) => Verdict): Promise<number>;
}

const batch = 200;

/** Tells what is due, each reminder once, until nothing is. */
export function createTelling(store: TellStore, hasMail: boolean) {
  const decide = (reminder: DueReminder): Verdict => {
    const { task, addressee, firesAt, now } = reminder;
    if (!isCurrent(task, reminder)) return { state: 'outdated' };
    return { state: 'told', mail: mailOf(addressee, hasMail, now.getTime() - firesAt.getTime()) };
  };
  return async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted && (await store.tellDue(batch, decide)) === batch);
  };
}
