import { kubectl, read, type Target } from './target.ts';

/** What a release was made of: a word for each input, so that a change can be named. */
export type Inputs = Readonly<Record<string, string>>;

/** One of Helm's revisions, as recorded in the cluster. */
export interface Revision {
  revision: number;
  /** Helm's word: `deployed`, `superseded`, `failed`, `pending-upgrade` … */
  status: string;
  inputs: Inputs;
  /** Its pods were seen ready, so it is safe to go back to. */
  complete: boolean;
}

// Labels travel with a revision: a rollback carries those of the revision it goes back to.
const inputPrefix = 'input.todo-chatbot/';
const stateLabel = 'todo-chatbot/rollout';
const ranOnce = new Set(['deployed', 'superseded']);

/** Helm's revisions of the release, oldest first; empty when there is no such release. */
export async function readHistory(target: Target): Promise<Revision[]> {
  const { stdout } = await read(target, [
    ...['get', 'secrets', '--selector', `owner=helm,name=${target.release}`],
    ...['--output', String.raw`jsonpath={range .items[*]}{.metadata.labels}{"\n"}{end}`],
  ]);
  return parseHistory(stdout);
}

/** Reads one JSON object of labels a line. */
export function parseHistory(lines: string): Revision[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => toRevision(JSON.parse(line) as Record<string, string>))
    .sort((a, b) => a.revision - b.revision);
}

function toRevision(labels: Record<string, string>): Revision {
  const inputs = Object.entries(labels)
    .filter(([key]) => key.startsWith(inputPrefix))
    .map(([key, value]) => [key.slice(inputPrefix.length), value] as const);
  return {
    revision: Number(labels.version),
    status: labels.status ?? 'unknown',
    inputs: Object.fromEntries(inputs),
    // A revision without a word of ours was made by hand; whoever made it was content with it.
    complete: ranOnce.has(labels.status ?? '') && labels[stateLabel] !== 'started',
  };
}

/** The labels that record `inputs` with a new revision, as Helm's `--labels` takes them. */
export function recordArgument(inputs: Inputs, before: Inputs = {}): string {
  const recorded = Object.entries(inputs).map(([key, value]) => `${inputPrefix}${key}=${value}`);
  // Helm carries labels over from the revision before: what is gone must be taken off, the state set anew.
  const gone = Object.keys(before).filter((key) => !(key in inputs));
  const removed = gone.map((key) => `${inputPrefix}${key}=null`);
  return [...recorded, ...removed, `${stateLabel}=started`].join(',');
}

/** Records that the pods of a revision were seen ready. */
export async function markComplete(target: Target, revision: number): Promise<void> {
  const secret = `sh.helm.release.v1.${target.release}.v${revision}`;
  await kubectl(target, ['label', 'secret', secret, `${stateLabel}=complete`, '--overwrite']);
}
