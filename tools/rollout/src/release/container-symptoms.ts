import type { ContainerStatus, Ended } from './objects.ts';
import type { Patience } from './readiness.ts';

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

interface Seen {
  now: number;
  patience: Patience;
  since: Since;
  /** What its pod's last failed probe said. */
  probe: { words: string; answered: boolean } | undefined;
}

interface Found {
  what: string;
  mayPass?: number;
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
const passing = new Set(['CreateContainerError', 'RunContainerError', 'StartError']);
/** Unless the runtime says that there is nothing to start. */
const nothingToStart =
  /executable file not found|no such file or directory|permission denied|no command specified/;
/** What a busy kubelet says that waited a second for a ConfigMap or Secret that is there. */
const keptWaiting = /timed out waiting for the condition/;
/** For so many milliseconds they must stay. */
const passingTime = 20_000;

/** The reasons of an end that the container's node met, not the container. */
const lostWithNode = new Set(['Unknown', 'ContainerStatusUnknown']);

/** The reason to give a container up, if there is one. */
export function containerSymptom(container: ContainerStatus, seen: Seen): Found | undefined {
  return waitsForGood(container) ?? crashes(container, seen) ?? staysUnready(container, seen);
}

function waitsForGood({ state, lastState }: ContainerStatus): Found | undefined {
  const { reason = '', message = '' } = state?.waiting ?? state?.terminated ?? {};
  const what = [reason, message].filter(Boolean).join(': ');
  if (hopeless.has(reason) || passing.has(reason)) {
    const passes = passing.has(reason) ? !nothingToStart.test(message) : keptWaiting.test(message);
    return { what, ...(passes && { mayPass: passingTime }) };
  }
  const ended = lastState?.terminated;
  const neverBegan = reason === 'CrashLoopBackOff' && passing.has(ended?.reason ?? '');
  return neverBegan ? { what: `${ended?.reason}: ${ended?.message}` } : undefined;
}

function crashes(container: ContainerStatus, { since }: Seen): Found | undefined {
  const ended = lastCrash(container);
  const own = ended !== undefined && time(ended.startedAt) >= (since.crash ?? Infinity);
  if (!own) return undefined;
  return { what: `CrashLoopBackOff (${ended.reason ?? 'ended'}, exit code ${ended.exitCode})` };
}

/** How a container ended again; the kubelet may take seconds until it calls that a loop. */
function lastCrash({ state, lastState, restartCount }: ContainerStatus): Ended | undefined {
  if (state?.waiting?.reason === 'CrashLoopBackOff') return lastState?.terminated;
  const ended = state?.terminated;
  if (!ended || restartCount === 0 || ended.exitCode === 0) return undefined;
  return lostWithNode.has(ended.reason ?? '') ? undefined : ended;
}

function staysUnready({ state, ready }: ContainerStatus, seen: Seen): Found | undefined {
  const { now, patience, probe } = seen;
  if (!state?.running || ready) return undefined;
  const since = Math.max(time(state.running.startedAt), seen.since.unready ?? Infinity);
  const limit = probe?.answered ? patience.answering : patience.silent;
  if (now - since <= limit) return undefined;
  const words = probe ? `: ${probe.words}` : '';
  return {
    what: `runs for ${Math.round((now - since) / 1000)} s and does not become ready${words}`,
  };
}

function time(stamp: string | undefined): number {
  return stamp ? Date.parse(stamp) : 0;
}
