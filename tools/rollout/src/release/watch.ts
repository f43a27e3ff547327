import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from '../failure.ts';
import type { Note } from '../report.ts';
import { diagnose } from './diagnosis.ts';
import { newestPods } from './newest-pods.ts';
import { isWorkload, nameOf, type KubeObject, type Workload } from './objects.ts';
import { progressOf } from './progress.ts';
import { symptomOf, type Since, type Symptom } from './symptoms.ts';
import { stuckPods } from './stuck-pods.ts';
import { kubectl, list, type Target } from './target.ts';
import { watchTraffic } from './traffic.ts';

export interface WatchOptions {
  note?: Note;
  /** Milliseconds that a container may run without becoming ready. */
  patience: number;
  /** Milliseconds after which the whole rollout is given up. */
  timeout: number;
  /** Milliseconds for which a symptom that may pass is watched before it counts. */
  passingFor?: number;
  /** Milliseconds between two looks at the cluster. */
  interval?: number;
}

/** A pod's own problem, found while its rollout was watched. */
export class RolloutFailure extends Failure {}

/** For so many milliseconds a symptom that may pass is watched before it counts. */
const passingFor = 20_000;

/** What a workload waits for: the database first, then its migration, then the apps. */
const order = ['StatefulSet', 'Job', 'Deployment'];

/** Everything that a look is taken at, in one call. */
const observed = 'deployments,statefulsets,jobs,replicasets,pods,services,endpointslices';

/**
 * Waits until the workloads run their newest version, are ready, and new
 * connections through their Services reach nothing else.
 *
 * @throws {RolloutFailure} as soon as a new pod shows something that waiting does not cure.
 */
export async function watchRollout(
  target: Target,
  workloads: readonly Workload[],
  options: WatchOptions,
): Promise<Workload[]> {
  const end = Date.now() + options.timeout;
  const unblocked = new Map<string, number>();
  const traffic = watchTraffic();
  const stays = watchPassing(options.passingFor ?? passingFor);
  for (let look = 0; ; look += 1) {
    const objects = await observe(target);
    const live = workloads.map((one) => find(objects, one)).filter((one) => one !== undefined);
    const waiting = live.filter((workload) => !progressOf(workload).done);
    const ready = live.length === workloads.length && waiting.length === 0;
    const open = ready ? traffic(live, objects) : describe(waiting);
    if (open === undefined) return live;
    options.note?.(open);
    await freeStuckPods(target, waiting, objects);
    for (const kind of unblockedKinds(live)) {
      if (!unblocked.has(kind)) unblocked.set(kind, look === 0 ? 0 : Date.now());
    }
    const symptom = firstSymptom(waiting, objects, { unblocked, patience: options.patience });
    if (symptom && stays(symptom)) throw await failure(target, symptom);
    if (Date.now() > end) throw timedOut(target, open, options.timeout);
    await pause(options.interval ?? 250);
  }
}

/** `backend 1/2, frontend 2/2`: how far the rollout has come. */
export function describe(workloads: readonly Workload[]): string {
  return workloads
    .map((workload) => {
      const { ready, wanted } = progressOf(workload);
      return `${workload.metadata.name} ${ready}/${wanted}`;
    })
    .join(', ');
}

async function observe(target: Target): Promise<KubeObject[]> {
  return list<KubeObject>(target, ['get', observed]);
}

/** Whether a symptom counts: at once, or, when it may pass, once it has been seen for long enough. */
function watchPassing(longest: number): (symptom: Symptom) => boolean {
  const firstSeen = new Map<string | undefined, number>();
  return ({ mayPass, pod }) => {
    if (!mayPass) return true;
    const since = firstSeen.get(pod) ?? Date.now();
    firstSeen.set(pod, since);
    return Date.now() - since >= longest;
  };
}

async function freeStuckPods(
  target: Target,
  waiting: readonly Workload[],
  objects: readonly KubeObject[],
): Promise<void> {
  const stuck = waiting.flatMap((workload) => stuckPods(workload, objects));
  if (stuck.length === 0) return;
  const names = stuck.map(({ metadata }) => metadata.name);
  await kubectl(target, ['delete', 'pod', ...names, '--wait=false', '--ignore-not-found']);
}

function find(objects: readonly KubeObject[], wanted: Workload): Workload | undefined {
  return objects.filter(isWorkload).find((object) => nameOf(object) === nameOf(wanted));
}

function unblockedKinds(live: readonly Workload[]): string[] {
  const open = order.findIndex((kind) =>
    live.some((workload) => workload.kind === kind && !progressOf(workload).done),
  );
  return open < 0 ? order : order.slice(0, open + 1);
}

function firstSymptom(
  waiting: readonly Workload[],
  objects: readonly KubeObject[],
  { unblocked, patience }: { unblocked: ReadonlyMap<string, number>; patience: number },
): Symptom | undefined {
  for (const workload of waiting) {
    const symptom = symptomOf(workload, {
      pods: newestPods(workload, objects),
      now: Date.now(),
      patience,
      since: sinceFor(workload.kind, unblocked),
    });
    if (symptom) return symptom;
  }
  return undefined;
}

function sinceFor(kind: string, unblocked: ReadonlyMap<string, number>): Since {
  // An app that finds no schema waits for it, one that finds no database may end.
  const crash = unblocked.get(kind === 'Deployment' ? 'Job' : kind);
  return { crash, unready: unblocked.get(kind) };
}

async function failure(target: Target, symptom: Symptom): Promise<RolloutFailure> {
  return new RolloutFailure({
    what: symptom.what,
    cure: `correct it and deploy again; to look further: ${look(target, symptom.pod)}`,
    tail: await diagnose(target, symptom),
  });
}

function timedOut(target: Target, open: string, timeout: number): RolloutFailure {
  return new RolloutFailure({
    what: `The rollout is not ready after ${timeout / 1000} s: ${open}.`,
    cure: `look what it waits for: ${look(target)}`,
  });
}

/** A command that still answers when the pod is gone. */
function look({ cluster, namespace }: Target, pod = ''): string {
  const kubectl = `kubectl --kubeconfig ${cluster.kubeconfig} -n ${namespace}`;
  if (pod) return `${kubectl} get events --field-selector involvedObject.name=${pod}`;
  return `${kubectl} get pods,events`;
}
