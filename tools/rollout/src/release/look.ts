import { decide, type Decision, type Drift } from './decision.ts';
import type { Inputs, Revision } from './history.ts';
import { liveObjects } from './live.ts';
import { driftOf } from './manifest.ts';
import type { KubeObject } from './objects.ts';
import { storedObjects } from './stored.ts';
import type { Target } from './target.ts';

/** What is there, and what is to be done about it. */
export interface Look extends Decision {
  history: readonly Revision[];
  /** Helm's newest revision; 0 when there is none. */
  revision: number;
  /** What that revision consists of. */
  objects: readonly KubeObject[];
  /** What the cluster has of it. */
  live: readonly KubeObject[];
}

/** Compares what is wanted with what is recorded and what runs; reads only. */
export async function lookAt(
  target: Target,
  wanted: Inputs,
  history: readonly Revision[],
): Promise<Look> {
  const revision = history.at(-1)?.revision ?? 0;
  const { objects, live, drift } = revision > 0 ? await inspect(target, revision) : nothing;
  return { ...decide(wanted, history, drift), history, revision, objects, live };
}

const noDrift: Drift = { broken: [], unready: [] };
const nothing = { objects: [], live: [], drift: noDrift };

async function inspect(target: Target, revision: number) {
  const objects = await storedObjects(target, revision);
  const live = await liveObjects(target, objects);
  return { objects, live, drift: driftOf(objects, live) };
}
