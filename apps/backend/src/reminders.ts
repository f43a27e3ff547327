import type { Pool } from 'pg';
import { createOutbox } from './infra/database/reminders/outbox.ts';
import { createPlanStore } from './infra/database/reminders/plan-store.ts';
import { createReminderStore } from './infra/database/reminders/reminder-store.ts';
import { createTellStore } from './infra/database/reminders/tell-store.ts';
import type { MailOptions } from './infra/mail/mail.ts';
import { reminderMail } from './infra/mail/reminder-mail.ts';
import { createResendCarrier } from './infra/mail/resend-carrier.ts';
import { createReminderJobs } from './jobs/reminders.ts';
import type { ReminderJobPorts } from './jobs/reminders.ts';
import { repeat } from './jobs/repeat.ts';
import { createLinkService } from './modules/reminders/links/link-service.ts';
import { createLinkTokens } from './modules/reminders/links/link-token.ts';
import { createLinkedReminders } from './modules/reminders/links/linked-reminders.ts';
import { createMailing, mailingDefaults } from './modules/reminders/mailing.ts';
import type { MailingOptions, ReminderMailer } from './modules/reminders/mailing.ts';
import { createPlanning } from './modules/reminders/planning.ts';
import { createReminderService } from './modules/reminders/reminder-service.ts';
import { createTelling } from './modules/reminders/telling.ts';
import type { TaskService } from './modules/tasks/task-service.ts';

export interface ReminderOptions extends Partial<MailingOptions> {
  /** Milliseconds between two looks for what is due. */
  pause?: number;
}

interface Surroundings {
  pool: Pool;
  tasks: TaskService;
  /** How mail is sent; undefined when it is not. */
  mail: MailOptions | undefined;
  /** Where the pages are. */
  frontendUrl: string;
  /** Signs the links in mails. */
  linkSecret: string;
  reminders: ReminderOptions;
  ending: AbortSignal;
  log: () => ReminderJobPorts['log'];
}

function createSending(surroundings: Surroundings, mail: MailOptions) {
  const { pool, frontendUrl, linkSecret, reminders, log } = surroundings;
  const links = createLinkTokens(linkSecret);
  const { from, ...resend } = mail;
  const write: ReminderMailer = async (letter) => ({
    from,
    to: letter.to,
    ...(await reminderMail({
      ...letter,
      userId: letter.task.ownerId,
      siteUrl: frontendUrl,
      links,
      writtenAt: new Date(),
    })),
  });
  return createMailing({
    outbox: createOutbox(pool),
    carrier: createResendCarrier(resend),
    write,
    options: { ...mailingDefaults, ...reminders },
    onTrouble: (err, what) => log().warn({ err, ...what }, 'the mail of a reminder was not taken'),
  });
}

/** Puts the parts of reminders together. */
export function createReminders(surroundings: Surroundings) {
  const { pool, tasks, mail, linkSecret, log } = surroundings;
  const hasMail = mail !== undefined;
  const store = createReminderStore(pool);
  const now = () => new Date();
  const service = createReminderService({ store, tasks, hasMail, now });
  const { pause } = surroundings.reminders;
  const stopping = new AbortController();
  const ending = AbortSignal.any([surroundings.ending, stopping.signal]);
  let running: Promise<unknown> | undefined;
  return {
    service,
    links: createLinkService(
      createLinkTokens(linkSecret),
      createLinkedReminders(store, service),
      now,
    ),

    /** Begins to tell and to send, until `ending` aborts. */
    start(): void {
      const planStore = createPlanStore(pool);
      const jobs = createReminderJobs({
        plan: createPlanning(planStore),
        tell: createTelling(createTellStore(pool), hasMail),
        forget: (days) => planStore.forget(days),
        mail: mail && createSending(surroundings, mail),
        ending,
        log: log(),
        ...(pause !== undefined && { pause }),
      });
      running = Promise.all(jobs.map((job) => repeat(job, ending)));
    },

    /** Begins nothing more, and waits for what is under way. */
    stop: async (): Promise<void> => {
      stopping.abort();
      await running;
    },
  };
}
