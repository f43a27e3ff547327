import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instance, ProviderChoice } from './instance.ts';

/** What is known of a cluster once it was made: written last, so that its absence means "half-made". */
export interface ClusterRecord {
  provider: ProviderChoice;
  port: number;
  registryPort: number;
}

const file = (instance: Instance) => join(instance.stateDir, 'cluster.json');

/** The cluster that this instance has, undefined when none was made completely. */
export function readRecord(instance: Instance): ClusterRecord | undefined {
  try {
    return JSON.parse(readFileSync(file(instance), 'utf8')) as ClusterRecord;
  } catch {
    return undefined;
  }
}

export function writeRecord(instance: Instance, provider: ProviderChoice): void {
  const { port, registryPort } = instance;
  const record: ClusterRecord = { provider, port, registryPort };
  writeFileSync(file(instance), `${JSON.stringify(record, null, 2)}\n`);
}

export function removeRecord(instance: Instance): void {
  rmSync(file(instance), { force: true });
}
