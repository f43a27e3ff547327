import { existsSync } from 'node:fs';
import { Failure, run } from '@todo-chatbot/rollout';
import { findProgram } from '../programs.ts';
import { canInstall, installPackages, type AptOptions } from './apt.ts';

/** The first are always wanted; newer Debian and Ubuntu split the others off. */
const packages = ['docker.io', 'iptables', 'ca-certificates'];
const splitOff = ['docker-cli', 'docker-buildx'];

/** What to type where we may not or cannot install the engine. */
export function installCure(): string {
  if (process.platform === 'darwin' || process.platform === 'win32') {
    return 'install and start Docker Desktop (docker.com), then npm start';
  }
  const again = 'then npm start';
  if (findProgram('apt-get')) return `sudo apt-get install docker.io, ${again}`;
  if (findProgram('dnf')) return `sudo dnf install moby-engine docker-buildx, ${again}`;
  if (findProgram('pacman')) return `sudo pacman -S docker docker-buildx, ${again}`;
  if (findProgram('apk')) return `sudo apk add docker docker-cli-buildx, ${again}`;
  return `install Docker (docs.docker.com/engine/install), ${again}`;
}

/**
 * Installs the container engine from Debian's packages.
 *
 * @throws {Failure} naming the exact command where this process cannot do it.
 */
export async function installEngine(options: AptOptions): Promise<void> {
  const what = 'There is no container engine on this machine.';
  if (!canInstall()) throw new Failure({ what, cure: installCure() });
  await installPackages([...packages, ...(await extraPackages())], what, options);
}

async function extraPackages(): Promise<string[]> {
  const { stdout } = await run('apt-cache', ['pkgnames', 'docker'], { mayFail: true });
  const known = new Set(stdout.split('\n'));
  return [
    ...splitOff.filter((name) => known.has(name)),
    // Without systemd nobody may have mounted the control groups.
    ...(existsSync('/sys/fs/cgroup/cgroup.controllers') || existsSync('/sys/fs/cgroup/memory')
      ? []
      : ['cgroupfs-mount']),
  ];
}
