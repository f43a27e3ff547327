import { Failure } from '../failure.ts';
import { namespaced, type Collection } from '../kube/kinds.ts';
import { mirror } from '../kube/mirror.ts';
import type { Note, ShowDetails } from '../report.ts';
import { diagnose } from './diagnosis.ts';
import { isWorkload, nameOf, type KubeObject, type Workload } from './objects.ts';
import { watchPods } from './pod-lines.ts';
import { isDone, progressOf } from './progress.ts';
import { watchNodes } from './settling.ts';
import { boostStarts } from './start-boost.ts';
import { stuckPods } from './stuck-pods.ts';
import { watchSymptoms } from './symptom-watch.ts';
import type { Symptom } from './symptoms.ts';
import { apiOf, kubectlWords, type Target } from './target.ts';
import { watchTraffic } from './traffic.ts';

export interface WatchOptions {
  note?: Note;
  show?: ShowDetails;
  /** Milliseconds that a container may run without becoming ready; by default what the chart says. */
  patience?: number;
  /** Milliseconds after which the whole rollout is given up. */
  timeout: number;
}

/** A pod's own problem, found while its rollout was watched. */
export class RolloutFailure extends Failure {}

/** Symptoms grow with time, also when nothing changes: milliseconds between two looks. */
const longestPause = 250;
/** The same when all that is open is when the nodes notice. */
const shortPause = 50;

/** Everything that is looked at. */
const observed = {
  'apps/v1': { Deployment: 'deployments', StatefulSet: 'statefulsets', ReplicaSet: 'replicasets' },
  'batch/v1': { Job: 'jobs' },
  v1: { Pod: 'pods', Service: 'services', Event: 'events' },
  'discovery.k8s.io/v1': { EndpointSlice: 'endpointslices' },
};

/** Which of a kind matter where a cluster keeps many: each deploy leaves dozens of events for an hour. */
const selectors: Readonly<Record<string, string>> = { Event: 'type=Warning' };

/**
 * Waits until the workloads run their newest version, are ready, and new
 * connections through their Services reach nothing else.
 *
 * @param deployed the workloads as they were deployed.
 * @throws {RolloutFailure} as soon as a new pod shows something that waiting does not cure.
 */
export async function watchRollout(
  target: Target,
  deployed: readonly Workload[],
  options: WatchOptions,
): Promise<Workload[]> {
  const end = Date.now() + options.timeout;
  const seen = await mirror<KubeObject>(apiOf(target), collections(target));
  const traffic = watchTraffic(watchNodes(target));
  const symptoms = watchSymptoms(deployed, options.patience);
  const pods = watchPods();
  const boost = boostStarts(target);
  try {
    for (;;) {
      const objects = seen.objects();
      const live = deployed.map((one) => find(objects, one)).filter((one) => one !== undefined);
      await boost.look(live, objects);
      const waiting = live.filter((workload) => !isDone(workload, objects));
      const ready = live.length === deployed.length && waiting.length === 0;
      const open = ready ? await traffic(live, objects) : describe(waiting);
      if (open === undefined) return live;
      options.note?.(open);
      options.show?.(pods(waiting, objects));
      await freeStuckPods(target, waiting, objects);
      const symptom = symptoms(live, objects);
      if (symptom) throw await failure(target, symptom, objects);
      if (Date.now() > end) throw timedOut(target, open, options.timeout);
      await seen.changed(ready ? shortPause : longestPause);
    }
  } finally {
    seen.end();
    await boost.end();
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

function collections({ namespace }: Target): Collection[] {
  return Object.entries(observed).flatMap(([apiVersion, kinds]) =>
    Object.entries(kinds).map(([kind, plural]) => {
      const fields = selectors[kind];
      return { kind, path: namespaced(apiVersion, namespace, plural), ...(fields && { fields }) };
    }),
  );
}

async function freeStuckPods(
  target: Target,
  waiting: readonly Workload[],
  objects: readonly KubeObject[],
): Promise<void> {
  const stuck = waiting.flatMap((workload) => stuckPods(workload, objects));
  const pods = namespaced('v1', target.namespace, 'pods');
  await Promise.all(stuck.map(({ metadata }) => apiOf(target).remove(`${pods}/${metadata.name}`)));
}

function find(objects: readonly KubeObject[], wanted: Workload): Workload | undefined {
  return objects.filter(isWorkload).find((object) => nameOf(object) === nameOf(wanted));
}

async function failure(
  target: Target,
  symptom: Symptom,
  objects: readonly KubeObject[],
): Promise<RolloutFailure> {
  return new RolloutFailure({
    what: symptom.what,
    cure: `correct it and deploy again; to look further: ${look(target, symptom.pod)}`,
    tail: await diagnose(target, symptom, objects),
  });
}

function timedOut(target: Target, open: string, timeout: number): RolloutFailure {
  return new RolloutFailure({
    what: `The rollout is not ready after ${timeout / 1000} s: ${open}.`,
    cure: `look what it waits for: ${look(target)}`,
  });
}

/** A command that still answers when the pod is gone. */
function look(target: Target, pod = ''): string {
  if (!pod) return `${kubectlWords(target)} get pods,events`;
  return `${kubectlWords(target)} get events --field-selector involvedObject.name=${pod}`;
}
