import type { RepeatedJob } from './repeat.ts';

const hour = 3_600_000;

export interface CleaningPorts {
  /** Removes what is over, and answers how much that was. */
  clean: () => Promise<number>;
  log: Record<'info' | 'warn', (details: object, message: string) => void>;
  /** What is logged when something was removed, and when it could not be. */
  words: { done: string; failed: string };
}

/** Removes what is over, once an hour. */
export function createHourlyCleaning({ clean, log, words }: CleaningPorts): RepeatedJob {
  return {
    pause: hour,
    run: async () => {
      const count = await clean();
      if (count > 0) log.info({ count }, words.done);
    },
    onFailure: (err) => log.warn({ err }, words.failed),
  };
}
