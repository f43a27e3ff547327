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

/** The last words of a container: of this run, or of the one before where that is the one that ended. */
async function logOf(target: Target, { pod, container = '', ended }: Symptom): Promise<string> {
  const path = `${namespaced('v1', target.namespace, 'pods')}/${pod}/log`;
  // A container that never ran has no log, which the server refuses to show.
  const read = (previous: boolean) =>
    apiOf(target)
      .text(path, { container, tailLines: '15', previous: String(previous) })
      .catch(() => undefined);
  const first = await read(ended === true);
  return lastLines((first?.trim() ? first : await read(ended !== true)) ?? '');
}
