import { setTimeout as sleep } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import type { MailQueue, QueuedMail } from '../../modules/mail/post-office.ts';
import { createBoss, mailQueue } from './boss.ts';
import type { Sql } from './boss.ts';
import { installedBy } from './install.ts';

/** Delivers a queued mail; `key` is the same at every try. Throws to be asked again later. */
export type Deliver = (queued: QueuedMail, key: string) => Promise<void>;

export interface RunningMailQueue extends MailQueue {
  /** Lets no further mail out, and waits for the one under way. */
  stop(): Promise<void>;
}

export interface MailQueueOptions {
  sql: Sql;
  deliver: Deliver;
  onError: (error: unknown) => void;
}

const pause = 2_000;

/**
 * Whether a mail with this key was added so few seconds ago. The queue's own slots begin at fixed
 * times: two mails fall into two of them when one ends in between.
 */
async function isTooSoon(boss: PgBoss, key: string, seconds: number): Promise<boolean> {
  const jobs = await boss.findJobs(mailQueue, { key });
  const since = Date.now() - seconds * 1_000;
  return jobs.some(({ createdOn, singletonOn }) => singletonOn && createdOn.getTime() > since);
}

async function startBoss({ sql, deliver, onError }: MailQueueOptions) {
  if ((await installedBy(sql)) === undefined) {
    throw new Error('The queue has no tables yet. It waits for the migrations.');
  }
  const boss = await createBoss(sql, { migrate: false, supervise: true });
  boss.on('error', onError);
  try {
    await boss.start();
    const worker = await boss.work<QueuedMail>(
      mailQueue,
      { pollingIntervalSeconds: 2 },
      async ([job]) => job && deliver(job.data, job.id),
    );
    return { boss, worker };
  } catch (error) {
    await boss.stop({ graceful: false });
    throw error;
  }
}

/** Keeps mails in PostgreSQL and lets them out, from any process on the same database. */
export function startMailQueue(options: MailQueueOptions): RunningMailQueue {
  const stopping = new AbortController();
  const start = async (): ReturnType<typeof startBoss> => {
    try {
      return await startBoss(options);
    } catch (error) {
      if (stopping.signal.aborted) throw error;
      // The database is away, or not migrated yet.
      options.onError(error);
      await sleep(pause, undefined, { signal: stopping.signal, ref: false });
      return start();
    }
  };
  const started = start();
  started.catch(() => undefined);

  return {
    async add(queued, { key, onceWithinSeconds, keepSeconds }) {
      const { boss, worker } = await started;
      if (onceWithinSeconds && (await isTooSoon(boss, key, onceWithinSeconds))) return;
      // Two at the same moment find nothing there; of those the slot takes one.
      await boss.send(mailQueue, queued, {
        retentionSeconds: keepSeconds,
        ...(onceWithinSeconds && { singletonKey: key, singletonSeconds: onceWithinSeconds }),
      });
      boss.notifyWorker(worker);
    },

    async stop() {
      stopping.abort();
      const running: { boss: PgBoss } | undefined = await started.catch(() => undefined);
      await running?.boss.stop({ close: false, timeout: 10_000 });
    },
  };
}
