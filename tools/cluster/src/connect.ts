import { Failure, type Cluster } from '@todo-chatbot/rollout';
import { selectProvider } from './providers/select.ts';
import { openInstance, readRecord } from './state.ts';

/**
 * The cluster of the instance that the environment names.
 *
 * @throws {Failure} with the cure `npm start` when there is none, or it does not run.
 */
export async function connect(): Promise<Cluster> {
  const instance = openInstance();
  const cure = instance.isDefault ? 'npm start' : `TODO_INSTANCE=${instance.name} npm start`;
  if (!readRecord(instance)) {
    throw new Failure({ what: `There is no cluster called ${instance.name}.`, cure });
  }
  const provider = selectProvider(instance);
  if (await provider.isUp()) return provider.connect();
  throw new Failure({ what: `The cluster ${instance.name} is not running.`, cure });
}
