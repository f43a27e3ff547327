import type { Note, Report, ShowDetails, StageOutcome } from '../report.ts';
import type { ReleaseLease } from './lease.ts';

/** A change of a release: making a revision, and waiting for its pods. */
export interface Stages<T> {
  release(note: Note): Promise<{ done: T; outcome: StageOutcome }>;
  rollout(done: T, told: { note: Note; show: ShowDetails }): Promise<StageOutcome>;
}

/** Runs a change as its two stages; the lease that they may take is given back however they end. */
export async function inStages<T extends object>(
  report: Report,
  lease: ReleaseLease,
  { release, rollout }: Stages<T>,
): Promise<T> {
  const released: T[] = [];
  try {
    await report.stage('release', async (note) => {
      const { done, outcome } = await release(note);
      released.push(done);
      return outcome;
    });
    const [done] = released;
    if (!done) throw new Error('a stage that ends without an error has released');
    await report.stage('rollout', (note, show) => rollout(done, { note, show }));
    return done;
  } finally {
    await lease.giveBack();
  }
}
