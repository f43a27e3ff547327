import { Failure } from '../failure.ts';
import type { Note } from '../report.ts';
import { keptRevisions } from './apply.ts';
import { isPending, lastGood } from './decision.ts';
import { readHistory, type Revision } from './history.ts';
import { helm, type Target } from './target.ts';

/**
 * Frees a release that a killed deploy left pending: back to the newest
 * revision that is known to have run, or to nothing when there is none.
 * Returns the history as it is then.
 */
export async function recoverPending(
  target: Target,
  history: Revision[],
  note: Note,
): Promise<Revision[]> {
  const last = history.at(-1);
  if (!last || !isPending(last)) return history;
  note(`revision ${last.revision} was left ${last.status} by a deploy that was killed`);
  await goBack(target, last.status === 'uninstalling' ? undefined : lastGood(history));
  return readHistory(target);
}

/**
 * Takes back a revision that did not come up, so that the version before keeps
 * serving and the release ends `deployed`. Returns the error to throw, which
 * then says so.
 */
export async function takeBack(
  target: Target,
  before: readonly Revision[],
  error: unknown,
): Promise<unknown> {
  const now = await readHistory(target);
  const last = now.at(-1);
  const untouched = last === undefined || last.revision === before.at(-1)?.revision;
  if (untouched && (last?.complete ?? true)) return error;
  const good = lastGood(now.filter(({ revision }) => revision !== last?.revision));
  try {
    await goBack(target, good);
  } catch (failed) {
    return withOutcome(error, `Taking it back failed too: ${String(failed)}`);
  }
  const outcome = good
    ? `Went back to revision ${good.revision}, which keeps serving.`
    : 'There was no version before it, so the release was removed again; data volumes are kept.';
  return withOutcome(error, outcome);
}

async function goBack(target: Target, good: Revision | undefined): Promise<void> {
  if (good) {
    const history = ['--history-max', String(keptRevisions)];
    await helm(target, ['rollback', target.release, String(good.revision), ...history]);
  } else {
    await helm(target, ['uninstall', target.release, '--wait', '--timeout', '2m']);
  }
}

function withOutcome(error: unknown, outcome: string): unknown {
  if (!(error instanceof Failure)) return error;
  const { message, cure, tail, log } = error;
  return new Failure({ what: `${message}\n ${outcome}`, cure, tail, log, cause: error });
}
