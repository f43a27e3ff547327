import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from '@todo-chatbot/rollout';

/** What a new cluster with the app needs to run, with room to build beside it. */
export const neededMemory = 4 * 2 ** 30;
/** Images, layers and volumes of a cluster. */
export const neededDisk = 6 * 2 ** 30;

/** Memory that can be had without pushing others out; a limit on this process counts. */
export function availableMemory(): number {
  return process.availableMemory();
}

/** Bytes free for a path, or for the nearest folder above it that exists. */
export async function freeDisk(path: string): Promise<number> {
  let folder = path;
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** @throws {Failure} when the machine has too little memory for a new cluster. */
export function requireMemory(available: number): void {
  if (available >= neededMemory) return;
  throw new Failure({
    what: `A new cluster needs ${gibibytes(neededMemory)} of free memory; ${gibibytes(available)} are free.`,
    cure: 'end other programs, or give the machine (on macOS and Windows: the engine) more memory',
  });
}

/** @throws {Failure} when there is too little room at a path. */
export function requireDisk(path: string, free: number): void {
  if (free >= neededDisk) return;
  throw new Failure({
    what: `A new cluster needs ${gibibytes(neededDisk)} of free disk; ${gibibytes(free)} are free at ${path}.`,
    cure: 'free some space (docker system df shows what the engine holds), then npm start',
  });
}

export function gibibytes(bytes: number): string {
  return `${(bytes / 2 ** 30).toFixed(1)} GiB`;
}
