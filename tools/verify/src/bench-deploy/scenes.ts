import type { StageRecord } from '@todo-chatbot/rollout';
import type { Samples } from '../bench/results.ts';
import { naiveDeploy } from './naive.ts';
import type { Timed, Workplace } from './workplace.ts';

/** Something to do, and what it takes. */
export interface Scene {
  /** A word for `--only`. */
  name: string;
  run: Run;
}

/** Does it once and answers what it took, by the names of the figures. */
type Run = (place: Workplace, round: number) => Promise<Record<string, number>>;

const backend = { file: 'apps/backend/src/http/openapi/document.ts', page: '/api/v1/openapi.json' };
const frontend = { file: 'apps/frontend/src/app/layout.tsx', page: '/' };
const deploy = ['affected', '-t', 'deploy', '--base=HEAD~1', '--json'];

const thisRun = Date.now().toString(36);

/** Text that no run before has deployed: an image of the same content would be there already. */
const unique = (round: number) => `${thisRun}-${round}`;

const seconds = ({ began, ended }: Pick<Timed, 'began' | 'ended'>) => (ended - began) / 1000;
const total = (records: readonly StageRecord[], of: 'bytes' | 'built') =>
  records.reduce((sum, record) => sum + (record[of] ?? 0), 0);

/** The longest of a stage's records: the projects' own ones run beside each other. */
function stageTimes(name: string, records: readonly StageRecord[]): Record<string, number> {
  const of = (stage: string) =>
    Math.max(0, ...records.filter((one) => one.stage === stage).map((one) => one.seconds));
  const stages = ['image', 'load', 'release', 'rollout'];
  return Object.fromEntries(stages.map((stage) => [`${name}-${stage}`, of(stage)]));
}

const nothing: Run = async ({ nx, revision }) => {
  const before = await revision();
  const affected = await nx(...deploy);
  const all = await nx('run-many', '-t', 'deploy', '--json');
  const records = [...affected.records, ...all.records];
  return {
    'noop-affected': seconds(affected),
    'noop-all': seconds(all),
    'noop-built': total(records, 'built'),
    'noop-bytes': total(records, 'bytes'),
    'noop-revisions': (await revision()) - before,
  };
};

/** A line of the backend, deployed. */
export const backendEdit: Run = async (place, round) => {
  await edit(place, backend.file, {
    from: /title: '[^']*'/,
    to: `title: 'Todo ${unique(round)}'`,
  });
  const [run, answered] = await Promise.all([
    place.nx(...deploy),
    place.answers(backend.page, `"title":"Todo ${unique(round)}"`),
  ]);
  return {
    'backend-answers': seconds({ began: run.began, ended: answered }),
    'backend-ends': seconds(run),
    'backend-bytes': total(run.records, 'bytes'),
    ...stageTimes('backend', run.records),
  };
};

/** From a version that was just deployed to the one before; and forth again, for the scenes after it. */
const rollback: Run = async (place, round) => {
  await backendEdit(place, round + 1_000);
  const back = await place.nx('rollback', 'backend', '--json');
  await place.nx('run-many', '-t', 'deploy', '--json');
  return { 'rollback-ends': seconds(back), 'rollback-built': total(back.records, 'built') };
};

const frontendEdit: Run = async (place, round) => {
  const to = `lang="en" data-round="${unique(round)}"`;
  await edit(place, frontend.file, { from: /lang="en"(?: data-round="[\w-]+")?/, to });
  const built = await place.nx('build', 'frontend');
  const [run, answered] = await Promise.all([
    place.nx(...deploy),
    place.answers(frontend.page, `data-round="${unique(round)}"`),
  ]);
  return {
    'frontend-build': seconds(built),
    'frontend-answers': seconds({ began: run.began, ended: answered }),
    'frontend-bytes': total(run.records, 'bytes'),
    ...stageTimes('frontend', run.records),
  };
};

/** A comment in the backend, deployed. */
export const commentEdit: Run = async (place, round) => {
  const before = await place.revision();
  await edit(place, backend.file, {
    from: /^(?:\/\/ Round [\w-]+\.\n)?/,
    to: `// Round ${unique(round)}.\n`,
  });
  const run = await place.nx(...deploy);
  return {
    'comment-ends': seconds(run),
    'comment-revisions': (await place.revision()) - before,
  };
};

const naive: Run = async (place, round) => {
  const title = `Naive ${unique(round)}`;
  await edit(place, backend.file, { from: /title: '[^']*'/, to: `title: '${title}'` });
  const began = performance.now();
  const [, answered] = await Promise.all([
    naiveDeploy(place, `naive-${unique(round)}`),
    place.answers(backend.page, `"title":"${title}"`),
  ]);
  return { 'naive-answers': seconds({ began, ended: answered }) };
};

async function edit(
  { clone }: Workplace,
  file: string,
  change: { from: RegExp; to: string },
): Promise<void> {
  await clone.change(file, (text) => text.replace(change.from, change.to));
}

/** In this order: the naive way leaves a release that the next deploy has to mend. */
export const scenes: Scene[] = [
  { name: 'nothing', run: nothing },
  { name: 'backend', run: backendEdit },
  { name: 'rollback', run: rollback },
  { name: 'frontend', run: frontendEdit },
  { name: 'comment', run: commentEdit },
  { name: 'naive', run: naive },
];

/** Ours of the naive way, by the medians of each. */
export function share(samples: Samples, median: (values: number[]) => number | null): number[] {
  const ours = median(samples['backend-answers'] ?? []);
  const theirs = median(samples['naive-answers'] ?? []);
  return ours && theirs ? [ours / theirs] : [];
}
