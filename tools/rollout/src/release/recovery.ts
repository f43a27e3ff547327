import { Failure } from '../failure.ts';
import type { Note } from '../report.ts';
import { goBack } from './apply.ts';
import { isPending, lastGood } from './decision.ts';
import { readHistory, type Revision } from './history.ts';
import { isWorkload } from './objects.ts';
import { storedObjects } from './stored.ts';
import type { Target } from './target.ts';
import { watchRollout } from './watch.ts';

/**
 * Frees a release that a killed deploy left pending, or that Helm by hand left
 * failed: back to the newest revision that is known to have run, or to nothing
 * when there is none. What only the broken revision had made goes with it.
 * Returns the history as it is then.
 */
export async function recover(
  target: Target,
  history: readonly Revision[],
  note: Note,
): Promise<readonly Revision[]> {
  const last = history.at(-1);
  const good = last?.status === 'uninstalling' ? undefined : lastGood(history);
  if (!last || !(isPending(last) || (last.status === 'failed' && good))) return history;
  note(`cleaning up after revision ${last.revision}, which was left ${last.status}`);
  await goBack(target, good);
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
    return withOutcome(error, good ? await serving(target, good) : removed);
  } catch (failed) {
    return withOutcome(error, `taking it back failed too: ${String(failed)}`);
  }
}

const removed =
  'removed the release again, as there was no version before it; data volumes are kept';

/** Usually at once, as the old pods were never taken away; a database's pod has to be made again. */
async function serving(target: Target, { revision }: Revision): Promise<string> {
  const newest = (await readHistory(target)).at(-1)?.revision ?? revision;
  const objects = await storedObjects(target, newest);
  const lasting = objects.filter(isWorkload).filter(({ kind }) => kind !== 'Job');
  const back = `went back to revision ${revision}`;
  return watchRollout(target, lasting, { timeout: 60_000 }).then(
    () => `${back}, which keeps serving`,
    (problem: Error) => `${back}, which is not ready yet: ${problem.message}`,
  );
}

function withOutcome(error: unknown, outcome: string): unknown {
  if (!(error instanceof Failure)) return error;
  const { message, cure, tail, log } = error;
  return new Failure({
    what: message,
    cure: `${cure}\n Meanwhile: ${outcome}.`,
    tail,
    log,
    cause: error,
  });
}
