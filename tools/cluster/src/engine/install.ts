import { existsSync } from 'node:fs';
import { Failure, run, type Note } from '@todo-chatbot/rollout';
import { findProgram } from '../programs.ts';
import type { Consent } from '../consent.ts';

/** Always wanted, and those that newer Debian and Ubuntu split off. */
const packages = ['docker.io', 'iptables', 'ca-certificates'];
const optional = ['docker-cli', 'docker-buildx', 'cgroupfs-mount'];

/** Whether this process can install packages by itself. */
export function canInstall(): boolean {
  return process.getuid?.() === 0 && findProgram('apt-get') !== undefined;
}

/** What to type where we may not or cannot install. */
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
 * Installs the container engine from the system's packages.
 *
 * @throws {Failure} naming the exact command where this process cannot do it.
 */
export async function installEngine(options: {
  consent: Consent;
  log: string;
  note: Note;
}): Promise<void> {
  const { consent, log, note } = options;
  const missing = { what: 'There is no container engine on this machine.', cure: installCure() };
  if (!canInstall()) throw new Failure(missing);
  if (!(await consent('Install the container engine (apt-get install docker.io)?'))) {
    throw new Failure(missing);
  }
  note('apt-get update');
  await apt(['update'], log);
  const extra = await available(optional);
  note(`apt-get install ${packages[0]}`);
  await apt(['install', '--no-install-recommends', ...packages, ...extra], log);
}

async function apt(args: string[], log: string): Promise<void> {
  await run('apt-get', ['--yes', '--quiet', ...args], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    log,
    cure: `check the network and /etc/apt/sources.list, then run npm start again`,
  });
}

async function available(names: string[]): Promise<string[]> {
  const { stdout } = await run('apt-cache', ['pkgnames', 'docker'], { mayFail: true });
  const known = new Set(stdout.split('\n'));
  const cgroupsMounted =
    existsSync('/sys/fs/cgroup/cgroup.controllers') || existsSync('/sys/fs/cgroup/memory');
  return names.filter((name) => (name === 'cgroupfs-mount' ? !cgroupsMounted : known.has(name)));
}
