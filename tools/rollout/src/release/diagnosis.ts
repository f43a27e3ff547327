import { lastLines } from '../failure.ts';
import { namespaced } from '../kube/kinds.ts';
import { eventWords, warningsAbout } from './events.ts';
import type { KubeObject } from './objects.ts';
import type { Symptom } from './symptoms.ts';
import { apiOf, type Target } from './target.ts';

/** What the cluster and the pod itself say about a symptom: the last warning and the last log lines. */
export async function diagnose(
  target: Target,
  symptom: Symptom,
  objects: readonly KubeObject[],
): Promise<string> {
  const pod = objects.find(({ kind, metadata }) => kind === 'Pod' && metadata.name === symptom.pod);
  if (!pod) return '';
  const warning = warningsAbout(pod, objects).at(-1);
  // What is the symptom itself need not be told twice.
  const isNew = warning && !symptom.what.includes(warning.message ?? '');
  const words = symptom.container ? await logOf(target, symptom) : '';
  return [isNew ? eventWords(warning) : '', words].filter(Boolean).join('\n');
}

/** A container that has ended and not started again keeps its words in the former run's log. */
async function logOf(target: Target, { pod, container = '', ended }: Symptom): Promise<string> {
  const path = `${namespaced('v1', target.namespace, 'pods')}/${pod}/log`;
  // A container that never ran has no log, which the server refuses to show.
  const read = (query: Record<string, string>) =>
    apiOf(target)
      .text(path, { container, tailLines: '15', ...query })
      .catch(() => undefined);
  const former = ended ? await read({ previous: 'true' }) : undefined;
  return lastLines(former?.trim() ? former : ((await read({})) ?? ''));
}
