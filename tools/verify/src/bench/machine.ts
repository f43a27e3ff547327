import { cpus, totalmem } from 'node:os';

/** What a figure was measured on. */
export interface Machine {
  processors: number;
  model: string;
  memoryGigabytes: number;
  node: string;
}

/** This machine. */
export function machine(): Machine {
  const all = cpus();
  return {
    processors: all.length,
    model: all[0]?.model ?? 'unknown',
    memoryGigabytes: Math.round(totalmem() / 1024 ** 3),
    node: process.version,
  };
}
