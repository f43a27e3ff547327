import type { Figure } from '../bench/figures.ts';

const seconds = (name: string, what: string, atMost?: number): Figure => ({
  name,
  what,
  unit: 's',
  ...(atMost !== undefined && { atMost }),
});

const none = (name: string, what: string): Figure => ({ name, what, unit: '', atMost: 0 });

const stages = (edit: string, name: string, limits: Record<string, number> = {}): Figure[] =>
  ['image', 'load', 'release', 'rollout'].map((stage) =>
    seconds(`${name}-${stage}`, `${edit}: stage ${stage}`, limits[stage]),
  );

/** Everything that the benchmark of deploys measures, in order. */
export const figures: Figure[] = [
  seconds('noop-affected', 'nothing changed: nx affected -t deploy', 2),
  seconds('noop-all', 'nothing changed: nx run-many -t deploy', 2),
  none('noop-built', 'nothing changed: images built'),
  { name: 'noop-bytes', what: 'nothing changed: bytes moved', unit: 'B', atMost: 0 },
  none('noop-revisions', 'nothing changed: new revisions'),
  seconds('backend-answers', 'one line of the backend → it answers', 6),
  seconds('backend-ends', 'one line of the backend → the command ends'),
  ...stages('one line of the backend', 'backend', { image: 1, load: 1 }),
  { name: 'backend-bytes', what: 'one line of the backend: bytes moved', unit: 'B' },
  seconds('rollback-ends', 'back to the backend before: nx rollback backend', 10),
  none('rollback-built', 'back to the backend before: images built'),
  seconds('frontend-build', 'one line of the frontend: next build alone'),
  seconds('frontend-answers', 'one line of the frontend, built → it answers', 5),
  ...stages('one line of the frontend', 'frontend', { image: 1, load: 1 }),
  { name: 'frontend-bytes', what: 'one line of the frontend: bytes moved', unit: 'B' },
  seconds('comment-ends', 'a comment in the backend → the command ends'),
  none('comment-revisions', 'a comment in the backend: new revisions'),
  seconds('naive-answers', 'the same line of the backend, the naive way → it answers'),
  { name: 'naive-share', what: 'ours of the naive way', unit: '', atMost: 0.5 },
  seconds('many-first', 'many deploys: each of the first ten'),
  seconds('many-last', 'many deploys: each of the last ten'),
  { name: 'many-engine', what: 'many deploys: images of ours on the engine', unit: '' },
  { name: 'many-node', what: 'many deploys: images of ours on the node', unit: '' },
  { name: 'many-registry', what: 'many deploys: versions in the registry', unit: '' },
  { name: 'many-memory', what: 'many deploys: memory of the node, growth', unit: 'MB' },
];
