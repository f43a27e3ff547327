import { warningsAbout } from './events.ts';
import type { KubeObject, Pod, Workload } from './objects.ts';

/** Milliseconds that a container may run without becoming ready. */
export interface Patience {
  /** While its probe gets no answer: it may still be starting. */
  silent: number;
  /** While its probe is answered with an error: it has started and says that it cannot serve. */
  answering: number;
}

const usual: Patience = { silent: 60_000, answering: 15_000 };

/** The chart's own word (`progressDeadlineSeconds`) if there is one, else what is usual. */
export function patienceFor(deployed: Workload, given?: number): Patience {
  if (given !== undefined) return { silent: given, answering: given };
  const seconds = deployed.spec.progressDeadlineSeconds;
  return seconds === undefined ? usual : { silent: seconds * 1_000, answering: seconds * 1_000 };
}

const noAnswer =
  /connection refused|deadline exceeded|timed? ?out|timeout|reset by peer|EOF|no route/i;

/** What the newest failed readiness or startup probe of a pod said; undefined when none failed. */
export function probeWords(
  pod: Pod,
  objects: readonly KubeObject[],
): { words: string; answered: boolean } | undefined {
  const words = warningsAbout(pod, objects)
    .filter(
      ({ reason, message }) => reason === 'Unhealthy' && /^(Readiness|Startup)/.test(message ?? ''),
    )
    .at(-1)?.message;
  return words === undefined ? undefined : { words: words.trim(), answered: !noAnswer.test(words) };
}
