import {
  availableMemory,
  freeDisk,
  gibibytes,
  neededDisk,
  neededMemory,
} from '../checks/machine.ts';
import { findListener, requireFreePort } from '../checks/port.ts';
import type { Instance } from '../instance.ts';
import { readRecord } from '../state.ts';
import type { Finding } from './finding.ts';

/** Memory, disk and port: what a new cluster needs, and one that is there already has. */
export async function findMachine(instance: Instance): Promise<Finding[]> {
  const made = readRecord(instance) !== undefined;
  const memory = availableMemory();
  const disk = await freeDisk(instance.cacheDir);
  const free = await requireFreePort({
    port: instance.port,
    setting: 'TODO_PORT',
    own: instance.name,
  }).then(
    () => true,
    () => false,
  );
  const listener = free ? undefined : findListener(instance.port);
  return [
    {
      tool: 'memory',
      found: `${gibibytes(memory)} free`,
      wanted: gibibytes(neededMemory),
      verdict: made || memory >= neededMemory ? 'ok' : 'yours',
      cure: 'end other programs, or give the machine more',
    },
    {
      tool: 'disk',
      found: `${gibibytes(disk)} free`,
      wanted: gibibytes(neededDisk),
      verdict: made || disk >= neededDisk ? 'ok' : 'yours',
      cure: 'free some space; docker system df shows what the engine holds',
    },
    {
      tool: 'port',
      found: free
        ? `${instance.port} free`
        : `${instance.port} held by ${listener?.name ?? 'another program'}`,
      wanted: `${instance.port}`,
      verdict: free || made ? 'ok' : 'yours',
      cure: `end that program, or TODO_PORT=${instance.port + 1} npm start`,
    },
  ];
}
