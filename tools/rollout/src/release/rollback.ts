import { Failure } from '../failure.ts';
import type { Note, Report } from '../report.ts';
import { goBack } from './apply.ts';
import { changedInputs } from './decision.ts';
import { markComplete, readHistory, type Revision } from './history.ts';
import { ReleaseLease } from './lease.ts';
import { ensureImages } from './needed-images.ts';
import { isWorkload, type KubeObject } from './objects.ts';
import { recover, takeBack } from './recovery.ts';
import { inStages } from './stages.ts';
import { storedObjects } from './stored.ts';
import type { Target } from './target.ts';
import { describe, watchRollout } from './watch.ts';

export interface RollbackOptions {
  /** Go back to the newest version that had another image of this app; by default to any other version. */
  app?: string;
  /** Milliseconds after which the rollout is given up. */
  timeout?: number;
}

/** A rollback that has been made. */
export interface RolledBack {
  /** The new revision. */
  revision: number;
  /** The one whose version it has. */
  to: number;
}

interface Made extends RolledBack {
  before: readonly Revision[];
  objects: readonly KubeObject[];
}

/**
 * Goes back to the newest version that was seen ready and differs from the
 * current one, without building anything, and waits for its pods.
 *
 * @throws {Failure} when there is no such version, or an image of it is gone.
 */
export async function rollbackRelease(
  target: Target,
  report: Report,
  { app, timeout = 2 * 60_000 }: RollbackOptions = {},
): Promise<RolledBack> {
  const lease = new ReleaseLease(target);
  const { revision, to } = await inStages(report, lease, {
    release: async (note) => {
      if ((await readHistory(target)).length > 0) await lease.take(note);
      const done = await goToPrevious(target, app, note);
      const reason = `back to revision ${done.to}`;
      const { revision: made } = done;
      const summary = `revision ${made}: ${reason}`;
      return { done, outcome: { summary, skipped: false, reason, revision: made } };
    },
    rollout: async (made, told) => {
      const wanted = made.objects.filter(isWorkload);
      const now = await watchRollout(target, wanted, { ...told, timeout }).catch(
        async (error: unknown) => {
          lease.assertHeld();
          throw await takeBack(target, made.before, error);
        },
      );
      await markComplete(target, made.revision);
      return describe(now.filter(({ kind }) => kind !== 'Job'));
    },
  });
  return { revision, to };
}

async function goToPrevious(target: Target, app: string | undefined, note: Note): Promise<Made> {
  const history = await recover(target, await readHistory(target), note);
  const previous = previousVersion(history, app);
  if (!previous) throw nowhere(target, app);
  await ensureImages(target, await storedObjects(target, previous.revision), note);
  note(`going back to revision ${previous.revision}`);
  await goBack(target, previous);
  const now = await readHistory(target);
  const revision = now.at(-1)?.revision ?? 0;
  const objects = await storedObjects(target, revision);
  return { revision, to: previous.revision, before: history, objects };
}

/** The newest revision that was seen ready and is of another version than the current one. */
export function previousVersion(history: readonly Revision[], app?: string): Revision | undefined {
  const current = history.at(-1);
  if (!current) return undefined;
  return history.findLast(({ complete, inputs }) => {
    const differs = app
      ? inputs[app] !== undefined && inputs[app] !== current.inputs[app]
      : changedInputs(inputs, current.inputs).length > 0;
    return complete && differs;
  });
}

function nowhere({ release, namespace }: Target, app: string | undefined): Failure {
  return new Failure({
    what: app
      ? `No earlier version of ${app} is known to have run.`
      : `No earlier version of ${release} is known to have run.`,
    cure: `helm history ${release} -n ${namespace} shows what there is`,
  });
}
