import { existsSync } from 'node:fs';
import { Failure, type DockerClient } from '@todo-chatbot/rollout';
import { administrativePath, findProgram } from '../programs.ts';
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

/** Whether there is nothing that could be started. */
export function isEngineMissing(client: DockerClient | undefined): boolean {
  return !client || (!client.engine && !findProgram('dockerd', administrativePath()));
}

/**
 * Installs the container engine from Debian's packages.
 *
 * @throws {Failure} naming the exact command where this process cannot do it.
 */
export async function installEngine(options: AptOptions): Promise<void> {
  const what = 'There is no container engine on this machine.';
  if (!canInstall()) throw new Failure({ what, cure: installCure() });
  // Without systemd nobody may have mounted the control groups.
  const mounted = ['cgroup.controllers', 'memory'].some((name) =>
    existsSync(`/sys/fs/cgroup/${name}`),
  );
  const wanted = mounted ? packages : [...packages, 'cgroupfs-mount'];
  await installPackages(wanted, what, { ...options, whereKnown: splitOff });
}
