import type { RepeatedJob } from './repeat.ts';

const hour = 3_600_000;

export interface PurgeJobPorts {
  /** Answers how many tasks it deleted for good. */
  purge: () => Promise<number>;
  log: Record<'info' | 'warn', (details: object, message: string) => void>;
}

/** Empties trashes of what has been in them too long, once an hour. */
export function createPurgeJob({ purge, log }: PurgeJobPorts): RepeatedJob {
  return {
    pause: hour,
    run: async () => {
      const count = await purge();
      if (count > 0) log.info({ count }, 'purged the trash');
    },
    onFailure: (err) => log.warn({ err }, 'the trash could not be purged'),
  };
}
