import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '@todo-chatbot/rollout';
import { addressOf, readInstance, type Instance, type ProviderChoice } from './instance.ts';

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

/**
 * The instance of the environment, with the ports that its cluster was made
 * with: whoever deploys later need not name them again.
 *
 * @throws {Failure} when the environment names another port than the cluster has.
 */
export function openInstance(env: NodeJS.ProcessEnv = process.env): Instance {
  const instance = readInstance(env);
  const record = readRecord(instance);
  if (!record) return instance;
  const { port, registryPort } = record;
  const other =
    (env.TODO_PORT && port !== instance.port && `TODO_PORT=${instance.port}`) ||
    (env.TODO_REGISTRY_PORT &&
      registryPort !== instance.registryPort &&
      `TODO_REGISTRY_PORT=${instance.registryPort}`);
  if (other) {
    throw new Failure({
      what: `The cluster ${instance.name} was made with the ports ${port} and ${registryPort}, not with ${other}.`,
      cure: 'npm stop first (its data goes with it), unset the port, or give another TODO_INSTANCE',
    });
  }
  return { ...instance, port, registryPort, address: addressOf(port) };
}
