import { lastLines } from '../failure.ts';
import type { Symptom } from './symptoms.ts';
import { kubectl, list, type Target } from './target.ts';

interface KubeEvent {
  type?: string;
  reason?: string;
  message?: string;
  lastTimestamp?: string | null;
  eventTime?: string | null;
}

/** What the cluster and the pod itself say about a symptom: the last warning and the last log lines. */
export async function diagnose(target: Target, symptom: Symptom): Promise<string> {
  if (!symptom.pod) return '';
  const [event, words] = await Promise.all([
    lastWarning(target, symptom.pod),
    logOf(target, symptom),
  ]);
  return [event, words].filter(Boolean).join('\n');
}

async function lastWarning(target: Target, pod: string): Promise<string> {
  const selector = `involvedObject.name=${pod},type=Warning`;
  const events = await list<KubeEvent>(target, ['get', 'events', '--field-selector', selector]);
  const last = events.sort((a, b) => (stamp(a) < stamp(b) ? -1 : 1)).at(-1);
  return last ? `event ${last.reason}: ${last.message}` : '';
}

/** A container that has ended and not started again keeps its words in the former run's log. */
async function logOf(target: Target, symptom: Symptom): Promise<string> {
  const base = ['logs', symptom.pod ?? '', '--container', symptom.container ?? '', '--tail=15'];
  const former = symptom.ended
    ? await kubectl(target, [...base, '--previous'], { mayFail: true })
    : undefined;
  if (former?.exitCode === 0 && former.stdout.trim() !== '') return lastLines(former.stdout);
  const now = await kubectl(target, base, { mayFail: true });
  return now.exitCode === 0 ? lastLines(now.stdout) : '';
}

function stamp({ lastTimestamp, eventTime }: KubeEvent): string {
  return lastTimestamp ?? eventTime ?? '';
}
