import { listTagsAt, listTagsOn } from '@todo-chatbot/cluster';
import { engineGet, listTags } from '@todo-chatbot/rollout';
import type { Samples } from '../bench/results.ts';
import { backendEdit } from './scenes.ts';
import type { Workplace } from './workplace.ts';

/** Deploys many times in a row, and looks what has grown. */
export async function measureMany(
  place: Workplace,
  rounds: number,
  note: (text: string) => void,
): Promise<Samples> {
  const times: number[] = [];
  const memory: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    note(`round ${round} of ${rounds}`);
    const took = await backendEdit(place, 1_000 + round);
    times.push(took['backend-ends'] ?? 0);
    memory.push(await nodeMemory(place));
  }
  const [first = 0] = memory;
  return {
    'many-first': times.slice(0, 10),
    'many-last': times.slice(-10),
    'many-engine': [(await listTags(image)).length],
    'many-node': [(await listTagsOn(nodeOf(place), image)).length],
    'many-registry': [(await listTagsAt(place.instance.registryPort, image)).length],
    'many-memory': [(memory.at(-1) ?? 0) - first],
  };
}

const image = 'todo-backend';

const nodeOf = ({ instance }: Workplace) => `${instance.name}-control-plane`;

/** Megabytes that the node's container uses, without what is only cached of files. */
async function nodeMemory(place: Workplace): Promise<number> {
  const stats = await engineGet<{
    memory_stats: {
      usage: number;
      stats: { inactive_file?: number; total_inactive_file?: number };
    };
  }>(`/containers/${nodeOf(place)}/stats?stream=false`);
  const { usage = 0, stats: { inactive_file, total_inactive_file } = {} } =
    stats?.memory_stats ?? {};
  return (usage - (total_inactive_file ?? inactive_file ?? 0)) / 1e6;
}
