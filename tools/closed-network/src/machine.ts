import { homedir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '@todo-chatbot/rollout';

/** The folder of this project, which holds the Go modules and the files that go into images. */
export const home = join(import.meta.dirname, '..');

/** Where everything that was downloaded or built is kept, for all instances. */
export function cacheDir(): string {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'todo-chatbot');
}

/** The folder of the programs that this project fetched or built. */
export function binDir(): string {
  return join(cacheDir(), 'bin');
}

/** The processor as Debian, Go and container images name it. */
export function architecture(arch: string = process.arch): 'amd64' | 'arm64' {
  if (arch === 'x64') return 'amd64';
  if (arch === 'arm64') return 'arm64';
  throw new Failure({
    what: `Nothing can be built from packages for the processor ${arch}.`,
    cure: 'use an amd64 or arm64 machine, or one that reaches an image registry with TODO_IMAGES=public',
  });
}
