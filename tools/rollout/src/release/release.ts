import { isDeepStrictEqual } from 'node:util';
import type { Note, Report, ShowDetails, StageOutcome } from '../report.ts';
import { applyChart, ensureNamespace } from './apply.ts';
import type { Decision } from './decision.ts';
import { markComplete, readHistory, type Inputs, type Revision } from './history.ts';
import { ReleaseLease } from './lease.ts';
import { lookAt, type Look } from './look.ts';
import { isWorkload, nameOf, type KubeObject, type Workload } from './objects.ts';
import { recover, takeBack } from './recovery.ts';
import { hashInputs, type ReleaseSpec } from './spec.ts';
import { inStages } from './stages.ts';
import type { Target } from './target.ts';
import { describe, watchRollout } from './watch.ts';

export interface DeployedRelease extends Decision {
  revision: number;
  /** Helm's history when the decision was taken. */
  history: readonly Revision[];
  /** What the revision consists of. */
  objects: readonly KubeObject[];
  /** What ran before. */
  live: readonly KubeObject[];
}

/** One deploy: what is wanted where, and the right to change it. */
interface Deploy {
  target: Target;
  spec: ReleaseSpec;
  lease: ReleaseLease;
}

/**
 * Brings a release to what `spec` says and waits for its pods, one deployer at
 * a time, on whatever machine. Without a change it only reads; a version that
 * does not come up is taken back.
 */
export async function deployRelease(
  target: Target,
  spec: ReleaseSpec,
  report: Report,
): Promise<DeployedRelease> {
  const deploy: Deploy = { target, spec, lease: new ReleaseLease(target) };
  return inStages(report, deploy.lease, {
    release: async (note) => {
      const done = await release(deploy, note);
      const { action, reason, revision } = done;
      const skipped = action === 'none' || action === 'wait';
      return {
        done,
        outcome: { summary: `revision ${revision}: ${reason}`, skipped, reason, revision },
      };
    },
    rollout: (done, told) => rollout(deploy, done, told),
  });
}

async function release(deploy: Deploy, note: Note): Promise<DeployedRelease> {
  const { target, spec, lease } = deploy;
  const inputs = hashInputs(spec);
  const recorded = await readHistory(target);
  const seen = await lookAt(target, inputs, recorded);
  if (seen.action === 'none') return seen;
  if (seen.action === 'install') await ensureNamespace(target);
  await lease.take(note);
  const history = await recover(target, await readHistory(target), note);
  // What was seen still holds, unless whoever had the lease has changed something.
  const now = isDeepStrictEqual(history, recorded) ? seen : await lookAt(target, inputs, history);
  return now.action === 'none' || now.action === 'wait'
    ? now
    : change(deploy, inputs, { now, note });
}

async function change(
  { target, spec, lease }: Deploy,
  inputs: Inputs,
  { now, note }: { now: Look; note: Note },
): Promise<DeployedRelease> {
  const { history, live, action, reason } = now;
  note(`${action}: ${reason}`);
  try {
    const applied = await applyChart(target, { spec, inputs, last: history.at(-1) });
    return { action, reason, ...applied, history, live };
  } catch (error) {
    lease.assertHeld();
    throw await takeBack(target, history, error);
  }
}

/** What was seen ready before and only comes back, with a whole cluster around it, may take longer. */
const patienceToComeBack = 3 * 60_000;

async function rollout(
  { target, spec, lease }: Deploy,
  done: DeployedRelease,
  told: { note: Note; show: ShowDetails },
): Promise<StageOutcome> {
  const { action, reason, revision, objects, history } = done;
  const wanted = objects.filter(isWorkload);
  if (action === 'none') return { summary: `${namesOf(wanted)} ready`, skipped: true, reason };
  const { timeout = 10 * 60_000 } = spec;
  const patience = spec.patience ?? (action === 'wait' ? patienceToComeBack : undefined);
  try {
    const now = await watchRollout(target, wanted, { ...told, patience, timeout });
    lease.assertHeld();
    await markComplete(target, revision);
    return { summary: summarize(now, done.live), skipped: false, reason, revision };
  } catch (error) {
    lease.assertHeld();
    throw await takeBack(target, history, error);
  }
}

/** `backend 1/1; frontend untouched`: whose pods were replaced, and whose were not. */
function summarize(now: readonly Workload[], before: readonly KubeObject[]): string {
  const generations = new Map(before.map((one) => [nameOf(one), one.metadata.generation]));
  return now
    .filter(({ kind }) => kind === 'Deployment')
    .map((one) =>
      generations.get(nameOf(one)) === one.metadata.generation
        ? `${one.metadata.name} untouched`
        : describe([one]),
    )
    .join('; ');
}

function namesOf(workloads: readonly Workload[]): string {
  return workloads
    .filter(({ kind }) => kind !== 'Job')
    .map(({ metadata }) => metadata.name)
    .join(', ');
}
