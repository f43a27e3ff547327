import { containerSymptom, type Since } from './container-symptoms.ts';
import { eventWords, timesSeen, warningsAbout } from './events.ts';
import { isObserved } from './newest-pods.ts';
import { condition, nameOf, type KubeObject, type Pod, type Workload } from './objects.ts';
import { probeWords, type Patience } from './readiness.ts';

export type { Since } from './container-symptoms.ts';

/** Something that will not get better by waiting. */
export interface Symptom {
  /** What is wrong, for a person. */
  what: string;
  pod?: string;
  container?: string;
  /** The container waits to be started again; its words are in the log of its former run. */
  ended?: boolean;
  /** Milliseconds for which it must stay before it counts: a busy cluster gets over it. */
  mayPass?: number;
}

export interface Observation {
  /** The newest pods of the workload. */
  pods: readonly Pod[];
  /** Everything that was seen, with the events. */
  objects: readonly KubeObject[];
  /** Now, in milliseconds. */
  now: number;
  patience: Patience;
  /** Since when it counts against a pod that it crashed, or is not ready; see {@link Since}. */
  since: Since;
}

/** What makes a pod unschedulable for good, as long as no other pod goes. */
const noRoom = /Insufficient|didn't match|had volume node affinity conflict/;
/** What a volume lacks that no waiting brings. */
const noSource = /not found|non-existent|references non-existent/i;

/** A scheduler may need a moment, for a volume or for a pod that is just going. */
const schedulingPatience = 20_000;

/** Looks for the first reason to give a workload up. */
export function symptomOf(workload: Workload, seen: Observation): Symptom | undefined {
  if (!isObserved(workload)) return undefined;
  const refused = condition(workload.status?.conditions, 'ReplicaFailure');
  if (refused) return { what: `${nameOf(workload)}: ${refused.message ?? refused.reason}` };
  for (const pod of seen.pods) {
    const symptom = ofPod(pod, seen);
    if (symptom) return symptom;
  }
  return ofJob(workload, seen) ?? refusedPod(workload, seen);
}

/** A Job that makes a new pod for each try says so in their number, and at last itself. */
function ofJob(workload: Workload, { pods, since }: Observation): Symptom | undefined {
  if (workload.kind !== 'Job') return undefined;
  const ended = pods.filter(({ status }) => status.phase === 'Failed');
  const last = ended.sort(byAge).at(-1);
  const given = ['FailureTarget', 'Failed'].map((type) =>
    condition(workload.status?.conditions, type),
  );
  const failed = given.find((one) => one !== undefined);
  const tries = ended.length >= 2 && since.crash !== undefined;
  if (!failed && !tries) return undefined;
  const container = last?.status.containerStatuses?.find(
    ({ state }) => state?.terminated?.exitCode !== 0,
  );
  const code = container?.state?.terminated?.exitCode;
  const words = failed ? (failed.message ?? failed.reason) : `its pods end with exit code ${code}`;
  return {
    what: `${nameOf(workload)}: ${words}`,
    ...(last && { pod: last.metadata.name, container: container?.name }),
  };
}

/** StatefulSets and Jobs say nowhere else that the cluster refuses their pods. */
function refusedPod(workload: Workload, { objects, pods }: Observation): Symptom | undefined {
  if (workload.kind === 'Deployment' || pods.length > 0) return undefined;
  const event = warningsAbout(workload, objects).findLast(
    ({ reason }) => reason === 'FailedCreate',
  );
  return event && { what: `${nameOf(workload)}: ${event.message}`, mayPass: 2_000 };
}

function ofPod(pod: Pod, seen: Observation): Symptom | undefined {
  return unschedulable(pod, seen) ?? unmountable(pod, seen) ?? ofContainers(pod, seen);
}

function unschedulable(pod: Pod, { now, objects }: Observation): Symptom | undefined {
  const found = pod.status.conditions?.find(
    ({ type, status, reason }) =>
      type === 'PodScheduled' && status === 'False' && reason === 'Unschedulable',
  );
  if (!found) return undefined;
  const name = pod.metadata.name;
  const what = `${name} finds no node: ${found.message}`;
  if (now - time(pod.metadata.creationTimestamp) > schedulingPatience) return { what, pod: name };
  const going = objects.some(({ kind, metadata }) => kind === 'Pod' && metadata.deletionTimestamp);
  // Time is watched, not read: the cluster's clock may be another.
  if (going || !noRoom.test(found.message ?? '')) return undefined;
  return { what, pod: name, mayPass: 3_000 };
}

/** A volume that cannot be mounted shows nowhere in the pod: it is "being created" for good. */
function unmountable(pod: Pod, { objects }: Observation): Symptom | undefined {
  const event = warningsAbout(pod, objects).findLast(({ reason }) => reason === 'FailedMount');
  const isRunning = pod.status.containerStatuses?.some(({ state }) => state?.running);
  if (!event || isRunning || !noSource.test(event.message ?? '') || timesSeen(event) < 2) {
    return undefined;
  }
  return { what: `${pod.metadata.name}: ${eventWords(event)}`, pod: pod.metadata.name };
}

function ofContainers(pod: Pod, seen: Observation): Symptom | undefined {
  const { initContainerStatuses = [], containerStatuses = [] } = pod.status;
  const probe = probeWords(pod, seen.objects);
  for (const container of [...initContainerStatuses, ...containerStatuses]) {
    const found = containerSymptom(container, { ...seen, probe });
    if (found) {
      return {
        what: `${pod.metadata.name}: ${found.what}`,
        pod: pod.metadata.name,
        container: container.name,
        ended: container.state?.waiting !== undefined && container.restartCount > 0,
        ...(found.mayPass !== undefined && { mayPass: found.mayPass }),
      };
    }
  }
  return undefined;
}

function byAge(a: Pod, b: Pod): number {
  return time(a.metadata.creationTimestamp) - time(b.metadata.creationTimestamp);
}

function time(stamp: string | undefined): number {
  return stamp ? Date.parse(stamp) : 0;
}
