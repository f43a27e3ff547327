import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** What an earlier process wrote down; undefined when there is nothing that can be understood. */
export function recall<T>(file: string): T | undefined {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes down for later processes, at once, so that nobody reads half of it.
 * Where nothing can be written they find out again.
 */
export function keep(file: string, value: unknown): void {
  const part = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(part, JSON.stringify(value));
    renameSync(part, file);
  } catch {
    rmSync(part, { force: true });
  }
}

/** Where a person's processes remember what holds for every workspace. */
export function memoryFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'rollout');
}
