import { condition, nameOf, type ContainerStatus, type Pod, type Workload } from './objects.ts';

/** Something that will not get better by waiting. */
export interface Symptom {
  /** What is wrong, for a person. */
  what: string;
  pod?: string;
  container?: string;
  /** The container has ended; its words are in the log of its former run. */
  ended?: boolean;
  /** A busy node gets over it; it counts only when it stays. */
  mayPass?: boolean;
}

/**
 * From when on a symptom is the pod's own and not that of something it depends
 * on, in milliseconds; 0: from before we looked, undefined: not yet.
 */
export interface Since {
  /** A database that is away may make a process end. */
  crash: number | undefined;
  /** A schema that is not there yet only keeps it from being ready. */
  unready: number | undefined;
}

export interface Observation {
  pods: readonly Pod[];
  /** Now, in milliseconds. */
  now: number;
  /** Milliseconds that a container may run without becoming ready. */
  patience: number;
  /** Since when it counts against a pod that it crashed, or is not ready; see {@link Since}. */
  since: Since;
}

/** Reasons for which a container waits and that no waiting cures. */
const hopeless = new Set([
  'ErrImageNeverPull',
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
  'CreateContainerConfigError',
]);

/** Reasons that are also those of a node that has just come back, or was too slow once. */
const passing = new Set(['CreateContainerError', 'RunContainerError']);

/** A scheduler may need a moment, for a volume or for a pod that is just going. */
const schedulingPatience = 20_000;

/** Looks for the first reason to give a workload up. `pods` are its newest ones only. */
export function symptomOf(workload: Workload, seen: Observation): Symptom | undefined {
  const refused = condition(workload.status?.conditions, 'ReplicaFailure');
  if (refused) return { what: `${nameOf(workload)}: ${refused.message ?? refused.reason}` };
  const failed = condition(workload.status?.conditions, 'Failed');
  for (const pod of seen.pods) {
    const symptom = ofPod(pod, seen);
    if (symptom) return symptom;
  }
  if (failed) return { what: `${nameOf(workload)}: ${failed.message ?? failed.reason}` };
  return undefined;
}

function ofPod(pod: Pod, seen: Observation): Symptom | undefined {
  const unscheduled = pod.status.conditions?.find(
    ({ type, status, reason }) =>
      type === 'PodScheduled' && status === 'False' && reason === 'Unschedulable',
  );
  if (unscheduled && seen.now - time(pod.metadata.creationTimestamp) > schedulingPatience) {
    return { what: `${pod.metadata.name} finds no node: ${unscheduled.message}` };
  }
  const containers = [
    ...(pod.status.initContainerStatuses ?? []),
    ...(pod.status.containerStatuses ?? []),
  ];
  for (const container of containers) {
    const what = ofContainer(container, seen);
    if (what) {
      return {
        what: `${pod.metadata.name}: ${what}`,
        pod: pod.metadata.name,
        container: container.name,
        ended: !container.state?.running && container.restartCount > 0,
        ...(passing.has(container.state?.waiting?.reason ?? '') && { mayPass: true }),
      };
    }
  }
  return undefined;
}

function ofContainer(container: ContainerStatus, seen: Observation): string | undefined {
  const { waiting, running } = container.state ?? {};
  if (waiting?.reason && (hopeless.has(waiting.reason) || passing.has(waiting.reason))) {
    return [waiting.reason, waiting.message].filter(Boolean).join(': ');
  }
  const ended = container.lastState?.terminated;
  const crashed = ended !== undefined && time(ended.startedAt) >= (seen.since.crash ?? Infinity);
  if (waiting?.reason === 'CrashLoopBackOff' && crashed) {
    return `CrashLoopBackOff (${ended.reason ?? 'ended'}, exit code ${ended.exitCode})`;
  }
  const since = Math.max(time(running?.startedAt), seen.since.unready ?? Infinity);
  if (running && !container.ready && seen.now - since > seen.patience) {
    return `runs for ${Math.round((seen.now - since) / 1000)} s and does not become ready`;
  }
  return undefined;
}

function time(stamp: string | undefined): number {
  return stamp ? Date.parse(stamp) : 0;
}
