import { copyFileSync, chmodSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/** The name under which the engine knows the wrapper; containers remember it, so it never changes. */
export const runtimeName = 'runc-without-sys-resource';

const sysResource = 1n << 24n;

/** Whether the kernel lets processes on this machine have CAP_SYS_RESOURCE. */
export function mayHaveSysResource(status = readStatus()): boolean {
  const bounding = /^CapBnd:\s*([0-9a-f]+)$/m.exec(status)?.[1];
  return bounding === undefined || (BigInt(`0x${bounding}`) & sysResource) !== 0n;
}

/**
 * Options for an engine that is about to be started. A copy of the wrapper is
 * used, because the engine outlives a checkout.
 */
export function runtimeOptions(cacheDir: string): string[] {
  if (mayHaveSysResource()) return [];
  const dir = join(cacheDir, 'engine');
  mkdirSync(dir, { recursive: true });
  const wrapper = join(dir, runtimeName);
  copyFileSync(join(import.meta.dirname, `${runtimeName}.sh`), `${wrapper}.part`);
  chmodSync(`${wrapper}.part`, 0o755);
  renameSync(`${wrapper}.part`, wrapper);
  return ['--add-runtime', `${runtimeName}=${wrapper}`, '--default-runtime', runtimeName];
}

function readStatus(): string {
  try {
    return readFileSync('/proc/self/status', 'utf8');
  } catch {
    // Not Linux: the engine runs in a virtual machine of its own.
    return '';
  }
}
