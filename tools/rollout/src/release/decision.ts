import type { Inputs, Revision } from './history.ts';

/** How what runs differs from what was deployed. */
export interface Drift {
  /** Objects that are missing or were changed by hand; only a new revision brings them back. */
  broken: readonly string[];
  /** Workloads that are as deployed, but not ready. */
  unready: readonly string[];
}

export interface Decision {
  /** `wait`: nothing to apply, but the pods are not ready (yet). */
  action: 'install' | 'upgrade' | 'wait' | 'none';
  reason: string;
}

/** Decides from what the cluster has recorded and what it runs, never from time or git. */
export function decide(wanted: Inputs, history: readonly Revision[], drift: Drift): Decision {
  const last = history.at(-1);
  if (!last) return { action: 'install', reason: 'first release' };
  if (last.status !== 'deployed') {
    return { action: 'upgrade', reason: `revision ${last.revision} is ${last.status}` };
  }
  if (Object.keys(last.inputs).length === 0) {
    return { action: 'upgrade', reason: `revision ${last.revision} was made by hand` };
  }
  const changes = changedInputs(last.inputs, wanted);
  if (changes.length > 0) return { action: 'upgrade', reason: changes.join('; ') };
  if (drift.broken.length > 0) return { action: 'upgrade', reason: sentence(drift.broken) };
  if (drift.unready.length > 0) return { action: 'wait', reason: sentence(drift.unready) };
  if (!last.complete) {
    return { action: 'wait', reason: `revision ${last.revision} was not seen ready yet` };
  }
  return { action: 'none', reason: 'nothing changed' };
}

/** Names each input that differs. */
export function changedInputs(before: Inputs, after: Inputs): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names
    .filter((name) => before[name] !== after[name])
    .map((name) => {
      if (before[name] === undefined) return `${name} is new`;
      if (after[name] === undefined) return `${name} is gone`;
      return `${name} changed`;
    });
}

/** A deploy that was killed while Helm worked leaves its revision pending, and Helm refuses the next one. */
export function isPending(revision: Revision | undefined): boolean {
  return /^(pending-|uninstalling$)/.test(revision?.status ?? '');
}

/** The newest revision that is known to have run. */
export function lastGood(history: readonly Revision[]): Revision | undefined {
  return history.findLast(({ complete }) => complete);
}

function sentence(faults: readonly string[]): string {
  const [first = '', ...rest] = faults;
  return rest.length === 0 ? first : `${first}, and ${rest.length} more`;
}
