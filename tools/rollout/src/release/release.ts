import { isDeepStrictEqual } from 'node:util';
import type { Note, Report, ShowDetails, StageOutcome } from '../report.ts';
import { applyChart, ensureNamespace } from './apply.ts';
import type { Decision } from './decision.ts';
import { markComplete, readHistory, stillStands, type Inputs, type Revision } from './history.ts';
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

/** A deploy that is to be made, with what was seen of its release beforehand. */
export interface Foresight {
  target: Target;
  spec: ReleaseSpec;
  seen: Promise<Seen>;
}

interface Seen {
  inputs: Inputs;
  recorded: readonly Revision[];
  look: Look;
}

/** Looks what a deploy will have to do. Reads only, so it may be done while images are on their way. */
export function foresee(target: Target, spec: ReleaseSpec): Foresight {
  const seen = see(target, spec);
  // Whoever deploys hears of it.
  seen.catch(() => undefined);
  return { target, spec, seen };
}

async function see(target: Target, spec: ReleaseSpec): Promise<Seen> {
  const inputs = hashInputs(spec);
  const recorded = await readHistory(target);
  return { inputs, recorded, look: await lookAt(target, inputs, recorded) };
}

/** A deploy, and the right to change what it deploys. */
interface Deploy extends Foresight {
  lease: ReleaseLease;
}

/**
 * Brings a release to what `spec` says and waits for its pods, one deployer at
 * a time, on whatever machine. Without a change it only reads; a version that
 * does not come up is taken back.
 */
export function deployRelease(
  target: Target,
  spec: ReleaseSpec,
  report: Report,
): Promise<DeployedRelease> {
  return deployForeseen(foresee(target, spec), report);
}

/** As {@link deployRelease}, by what was seen before. */
export async function deployForeseen(
  foresight: Foresight,
  report: Report,
): Promise<DeployedRelease> {
  const deploy: Deploy = { ...foresight, lease: new ReleaseLease(foresight.target) };
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
  const { target, lease } = deploy;
  const { inputs, recorded, look } = await deploy.seen;
  if (look.action === 'none') return look;
  if (look.action === 'install') await ensureNamespace(target);
  await lease.take(note);
  const found = (await stillStands(target, recorded)) ? recorded : await readHistory(target);
  const history = await recover(target, found, note);
  // What was seen still holds, unless whoever had the lease has changed something.
  const now = isDeepStrictEqual(history, recorded) ? look : await lookAt(target, inputs, history);
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
