import { chmodSync, copyFileSync, globSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/** The name under which the engine knows the wrapper; containers remember it, so it never changes. */
export const runtimeName = 'runc-without-sys-resource';

const systemContainers = '/var/lib/docker/containers';
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
export function runtimeOptions(cacheDir: string, containers = systemContainers): string[] {
  if (mayHaveSysResource()) return [];
  const wrapper = installWrapper(cacheDir);
  const names = new Set([runtimeName, ...foreignRuntimes(containers)]);
  return [
    ...[...names].flatMap((name) => ['--add-runtime', `${name}=${wrapper}`]),
    ...['--default-runtime', runtimeName],
  ];
}

function installWrapper(cacheDir: string): string {
  const dir = join(cacheDir, 'engine');
  mkdirSync(dir, { recursive: true });
  const wrapper = join(dir, runtimeName);
  copyFileSync(join(import.meta.dirname, `${runtimeName}.sh`), `${wrapper}.part`);
  chmodSync(`${wrapper}.part`, 0o755);
  renameSync(`${wrapper}.part`, wrapper);
  return wrapper;
}

/**
 * Runtimes that containers were made with, by an engine that somebody started
 * with a wrapper of another name. Without that name they would not start again.
 */
export function foreignRuntimes(containers: string): string[] {
  const names = globSync(join(containers, '*/hostconfig.json')).map((file) => {
    try {
      return (JSON.parse(readFileSync(file, 'utf8')) as { Runtime?: string }).Runtime;
    } catch {
      return undefined;
    }
  });
  const known = ['', 'runc', 'io.containerd.runc.v2', 'io.containerd.runtime.v1.linux'];
  return [...new Set(names)].filter(
    (name): name is string => name !== undefined && !known.includes(name),
  );
}

function readStatus(): string {
  try {
    return readFileSync('/proc/self/status', 'utf8');
  } catch {
    // Not Linux: the engine runs in a virtual machine of its own.
    return '';
  }
}
