import { setTimeout as sleep } from 'node:timers/promises';

/** Work that comes round again and again. */
export interface RepeatedJob {
  run: () => Promise<void>;
  /** Milliseconds from the end of one run to the begin of the next; also before the first. */
  pause: number;
  /** A run that fails is told here, and does not end the series. */
  onFailure: (error: unknown) => void;
}

/**
 * Runs a job from now on, one run after another, until `signal` aborts. It does not keep the
 * process alive.
 */
export async function repeat(job: RepeatedJob, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    // Rejects when aborted, which is the end of the pause as well.
    await sleep(job.pause, undefined, { ref: false, signal }).catch(() => undefined);
    if (!signal.aborted) await job.run().catch(job.onFailure);
  }
}
