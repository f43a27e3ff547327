import type { Cluster, Note } from '@todo-chatbot/rollout';
import type { Instance, ProviderChoice } from '../instance.ts';

/**
 * `stopped`: complete, but not running, so its data is there to be brought
 * back. `broken`: something of it is there, but it was never complete.
 */
export type ClusterStatus = 'running' | 'stopped' | 'broken' | 'absent';

/** What a provider may do while it works. */
export interface Work {
  note: Note;
  log: string;
}

export interface Preparation {
  stage: string;
  /** Returns what was found or made. */
  run(work: Work): Promise<string>;
}

/** One way to have a Kubernetes cluster. */
export interface Provider {
  readonly choice: ProviderChoice;
  status(): Promise<ClusterStatus>;
  /** A quick look whether it was started; its API may still be coming. */
  isUp(): Promise<boolean>;
  /** What a new cluster needs first and can be had beside other work; each is a stage of its own. */
  readonly preparations: readonly Preparation[];
  /** Makes the cluster, or brings a stopped one back with its data; returns what was done. */
  up(status: ClusterStatus, work: Work): Promise<string>;
  /** Removes what `up` made; returns what was done. */
  down(work: Work): Promise<string>;
  connect(): Promise<Cluster>;
  /** Whether what the app does not wait for is there: measurements, mostly. */
  hasAddOns(): Promise<boolean>;
  /** Adds it; returns what was added. */
  addOns(work: Work): Promise<string>;
  /** Called when the app runs, where a provider cannot publish it beforehand. */
  publish?(): Promise<void>;
}

/** Every provider is made from the instance that it serves. */
export type ProviderFactory = (instance: Instance) => Provider;
