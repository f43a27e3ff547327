import { access, mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { withLock } from '@todo-chatbot/rollout';
import { cacheDir } from './machine.ts';
import type { Work } from './work.ts';

/** True when a file or folder is there. */
export function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/**
 * Makes sure that a file or folder is there, whole: `make` writes it aside and
 * it gets its name when it is finished. One maker at a time, over processes too.
 */
export async function produce(
  target: string,
  make: (part: string) => Promise<void>,
  work: Work = {},
): Promise<string> {
  if (await exists(target)) return target;
  await exclusively(
    basename(target),
    async () => {
      if (await exists(target)) return;
      const part = `${target}.part`;
      await rm(part, { recursive: true, force: true });
      await mkdir(dirname(target), { recursive: true });
      await make(part);
      await rename(part, target);
    },
    work,
  );
  return target;
}

/** Runs `make` while no other run on this machine makes the thing of that name. */
export function exclusively<T>(name: string, make: () => Promise<T>, work: Work): Promise<T> {
  const file = `${name.replaceAll(/[^\w.-]/g, '-')}.lock`;
  return withLock(join(cacheDir(), 'locks', file), make, { note: work.note });
}
