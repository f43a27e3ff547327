import { join } from 'node:path';
import { withLock } from '../lock.ts';
import type { Note, Report } from '../report.ts';
import { applyChart, deployedObjects, ensureNamespace } from './apply.ts';
import { decide, type Decision, type Drift } from './decision.ts';
import { markComplete, readHistory, type Revision } from './history.ts';
import { driftOf } from './manifest.ts';
import { isWorkload, nameOf, type KubeObject, type Workload } from './objects.ts';
import { recover, takeBack } from './recovery.ts';
import { hashInputs, type ReleaseSpec } from './spec.ts';
import { list, type Target } from './target.ts';
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

/**
 * Brings a release to what `spec` says and waits for its pods, one deployer at
 * a time. Without a change it does nothing; a version that does not come up is
 * taken back.
 */
export async function deployRelease(
  target: Target,
  spec: ReleaseSpec,
  report: Report,
): Promise<DeployedRelease> {
  const lock = join(target.cluster.stateDir, 'deploy.lock');
  const note: Note = (text) => report.say(` · ${'release'.padEnd(10)} ${text}`);
  return withLock(lock, () => deploy(target, spec, report), { note });
}

async function deploy(target: Target, spec: ReleaseSpec, report: Report): Promise<DeployedRelease> {
  const released: DeployedRelease[] = [];
  await report.stage('release', async (note) => {
    const done = await release(target, spec, note);
    released.push(done);
    const skipped = done.action === 'none' || done.action === 'wait';
    return { summary: `revision ${done.revision}: ${done.reason}`, skipped };
  });
  const [done] = released;
  if (!done) throw new Error('a stage that ends without an error has released');
  await report.stage('rollout', async (note) => rollout(target, spec, { done, note }));
  return done;
}

async function release(target: Target, spec: ReleaseSpec, note: Note): Promise<DeployedRelease> {
  const [recorded, inputs] = await Promise.all([readHistory(target), hashInputs(spec)]);
  const history = await recover(target, recorded, note);
  const last = history.at(-1);
  const found = last ? await inspect(target) : { objects: [], live: [], drift: noDrift };
  const decision = decide(inputs, history, found.drift);
  const { action, reason } = decision;
  if (action === 'none' || action === 'wait') {
    return { ...decision, ...found, history, revision: last?.revision ?? 0 };
  }
  note(`${action}: ${reason}`);
  if (action === 'install') await ensureNamespace(target);
  try {
    const applied = await applyChart(target, { spec, inputs, last });
    return { ...decision, ...applied, history, live: found.live };
  } catch (error) {
    throw await takeBack(target, history, error);
  }
}

async function rollout(
  target: Target,
  spec: ReleaseSpec,
  { done, note }: { done: DeployedRelease; note: Note },
): Promise<{ summary: string; skipped: boolean }> {
  const wanted = done.objects.filter(isWorkload);
  if (done.action === 'none') return { summary: `${namesOf(wanted)} ready`, skipped: true };
  const { patience = patienceFor(done), timeout = 10 * 60_000 } = spec;
  try {
    const now = await watchRollout(target, wanted, { note, patience, timeout });
    await markComplete(target, done.revision);
    return { summary: summarize(now, done.live), skipped: false };
  } catch (error) {
    throw await takeBack(target, done.history, error);
  }
}

/** What was seen ready before and only comes back, with a whole cluster around it, may take longer. */
function patienceFor({ action }: Decision): number {
  return action === 'wait' ? 3 * 60_000 : 60_000;
}

const noDrift: Drift = { broken: [], unready: [] };

async function inspect(target: Target) {
  const objects = await deployedObjects(target);
  const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
  const args = ['get', '--filename', '-', '--ignore-not-found'];
  const live = await list<KubeObject>(target, args, input);
  return { objects, live, drift: driftOf(objects, live) };
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
