import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How much a process may take, as a container has it. */
export interface MemoryLimit {
  /** The command that starts a program within the limit. */
  within(command: readonly string[]): string[];
  /** Takes the limit away, once the program has ended. */
  lift(): void;
}

const root = '/sys/fs/cgroup';
const older = join(root, 'memory');

// Before the program begins: Node reads at its start how much there is.
const enter = 'echo $$ > "$0/cgroup.procs" && exec "$@"';

/**
 * Makes a memory cgroup of so many bytes; undefined where that cannot be had, as on other systems
 * than Linux and for users other than root.
 * @see https://docs.kernel.org/admin-guide/cgroup-v2.html#memory
 */
export function memoryLimit(name: string, bytes: number): MemoryLimit | undefined {
  const [parent, file] = existsSync(older)
    ? [older, 'memory.limit_in_bytes']
    : [root, 'memory.max'];
  const folder = join(parent, `todo-bench-${process.pid}-${name}`);
  try {
    mkdirSync(folder);
    // Opened as it is: where the kernel has made no such file, memory is not limited here.
    writeFileSync(join(folder, file), String(bytes), { flag: 'r+' });
  } catch {
    if (existsSync(folder)) rmdirSync(folder);
    return undefined;
  }
  return {
    within: (command) => ['sh', '-c', enter, folder, ...command],
    lift: () => rmdirSync(folder),
  };
}
