import type { RepeatedJob } from './repeat.ts';

const hour = 3_600_000;

export interface ForgetJobPorts {
  /** Answers how many programs it forgot. */
  forget: () => Promise<number>;
  log: Record<'info' | 'warn', (details: object, message: string) => void>;
}

/** Forgets programs that registered themselves and that nobody let in, once an hour. */
export function createForgetJob({ forget, log }: ForgetJobPorts): RepeatedJob {
  return {
    pause: hour,
    run: async () => {
      const count = await forget();
      if (count > 0) log.info({ count }, 'forgot programs that nobody let in');
    },
    onFailure: (err) => log.warn({ err }, 'programs that nobody let in could not be forgotten'),
  };
}
