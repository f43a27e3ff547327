import { mkdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { binDir } from './machine.ts';

/** Gives a program its stable name in the bin folder; returns that name. */
export async function linkProgram(name: string, target: string): Promise<string> {
  const path = join(binDir(), name);
  const present = await readlink(path).catch(() => undefined);
  if (present === target) return path;
  await mkdir(binDir(), { recursive: true });
  const part = `${path}.${process.pid}`;
  await rm(part, { force: true });
  await symlink(target, part);
  await rename(part, path);
  return path;
}
