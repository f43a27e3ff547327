import { isDeepStrictEqual } from 'node:util';
import { namespaced } from '../kube/kinds.ts';
import { apiOf, type Target } from './target.ts';

/** What a release was made of: a word for each input, so that a change can be named. */
export type Inputs = Readonly<Record<string, string>>;

/** One of Helm's revisions, as recorded in the cluster. */
export interface Revision {
  revision: number;
  /** Helm's word: `deployed`, `superseded`, `failed`, `pending-upgrade` … */
  status: string;
  /** Empty when it was made by hand. */
  inputs: Inputs;
  /** Its pods were seen ready, so it is safe to go back to. */
  complete: boolean;
}

type Labels = Readonly<Record<string, string>>;

// Labels travel with a revision: a rollback carries those of the revision it goes back to.
const inputPrefix = 'rollout.nx/input.';
const stateLabel = 'rollout.nx/state';
// Helm also carries them to a revision that somebody makes by hand: they count where they were made.
const revisionLabel = 'rollout.nx/revision';
const ranOnce = new Set(['deployed', 'superseded']);

/** Helm's revisions of the release, oldest first; empty when there is no such release. */
export async function readHistory(target: Target): Promise<Revision[]> {
  const { items } = await apiOf(target).listMetadata<{ metadata: { labels?: Labels } }>(
    namespaced('v1', target.namespace, 'secrets'),
    { labelSelector: `owner=helm,name=${target.release}` },
  );
  return items
    .map(({ metadata }) => toRevision(metadata.labels ?? {}))
    .sort((a, b) => a.revision - b.revision);
}

/**
 * Whether a history is still what it was, by its newest revision and the one
 * that would follow. Reading both takes a moment; a list after a change of
 * anything waits until the API server's memory of all Secrets has caught up.
 */
export async function stillStands(target: Target, history: readonly Revision[]): Promise<boolean> {
  const last = history.at(-1);
  if (!last) return false;
  const read = (revision: number) =>
    apiOf(target).get<{ metadata: { labels?: Labels } }>(secretPath(target, revision));
  const [same, next] = await Promise.all([read(last.revision), read(last.revision + 1)]);
  return !next && isDeepStrictEqual(same && toRevision(same.metadata.labels ?? {}), last);
}

/** Reads a revision out of the labels of Helm's Secret. */
export function toRevision(labels: Labels): Revision {
  const isOurs = labels[revisionLabel] === labels.version;
  const inputs = Object.entries(labels)
    .filter(([key]) => isOurs && key.startsWith(inputPrefix))
    .map(([key, value]) => [key.slice(inputPrefix.length), value] as const);
  return {
    revision: Number(labels.version),
    status: labels.status ?? 'unknown',
    inputs: Object.fromEntries(inputs),
    // Whoever made a revision by hand was content with it.
    complete: ranOnce.has(labels.status ?? '') && !(isOurs && labels[stateLabel] === 'started'),
  };
}

/** The labels that record `inputs` with a new revision, as Helm's `--labels` takes them. */
export function recordArgument(inputs: Inputs, last?: Revision): string {
  const recorded = Object.entries(inputs).map(([key, value]) => `${inputPrefix}${key}=${value}`);
  // Helm carries labels over from the revision before: what is gone must be taken off, the state set anew.
  const gone = Object.keys(last?.inputs ?? {}).filter((key) => !(key in inputs));
  const removed = gone.map((key) => `${inputPrefix}${key}=null`);
  const next = `${revisionLabel}=${(last?.revision ?? 0) + 1}`;
  return [...recorded, ...removed, next, `${stateLabel}=started`].join(',');
}

/** Records that the pods of a revision were seen ready. */
export async function markComplete(target: Target, revision: number): Promise<void> {
  await label(target, revision, { [stateLabel]: 'complete' });
}

/** Records that the newest revision, a copy of an older one, is ours with all that was recorded of that one. */
export async function adoptNewest(target: Target): Promise<void> {
  const revision = (await readHistory(target)).at(-1)?.revision;
  if (revision !== undefined) await label(target, revision, { [revisionLabel]: String(revision) });
}

function label(target: Target, revision: number, labels: Labels): Promise<void> {
  return apiOf(target).patch(secretPath(target, revision), { metadata: { labels } });
}

/** Where Helm keeps a revision. */
export function secretPath({ namespace, release }: Target, revision: number): string {
  return `${namespaced('v1', namespace, 'secrets')}/sh.helm.release.v1.${release}.v${revision}`;
}
