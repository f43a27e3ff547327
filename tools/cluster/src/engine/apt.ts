import { Failure, run, type Note } from '@todo-chatbot/rollout';
import type { Consent } from '../consent.ts';
import { findProgram } from '../programs.ts';

export interface AptOptions {
  consent: Consent;
  log: string;
  note: Note;
  /** Packages that only some releases have; installed as well where they exist. */
  whereKnown?: readonly string[];
}

/** Whether this process can install packages by itself. */
export function canInstall(): boolean {
  return process.getuid?.() === 0 && findProgram('apt-get') !== undefined;
}

/** Those of some Debian packages that are not installed. */
export async function missingPackages(names: readonly string[]): Promise<string[]> {
  if (!findProgram('dpkg-query')) return [...names];
  const { stdout } = await run(
    'dpkg-query',
    ['--show', '--showformat', '${Package} ${db:Status-Status}\n', ...names],
    { mayFail: true },
  );
  const installed = new Set(stdout.split('\n').map((line) => line.trim()));
  return names.filter((name) => !installed.has(`${name} installed`));
}

/**
 * Installs Debian packages, with consent.
 *
 * @throws {Failure} naming the exact command where this process may not or cannot.
 */
export async function installPackages(
  wanted: readonly string[],
  reason: string,
  { consent, log, note, whereKnown = [] }: AptOptions,
): Promise<void> {
  const command = `apt-get install ${wanted.join(' ')}`;
  if (!canInstall() || !(await consent(`${reason} Run ${command}?`))) {
    const sudo = process.getuid?.() === 0 ? '' : 'sudo ';
    throw new Failure({ what: reason, cure: `${sudo}${command}, then npm start` });
  }
  note('apt-get update');
  await apt(['update'], log);
  note(command);
  const extra = await knownPackages(whereKnown);
  await apt(['install', '--no-install-recommends', ...wanted, ...extra], log);
}

async function knownPackages(names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const { stdout } = await run('apt-cache', ['pkgnames'], { mayFail: true });
  const known = new Set(stdout.split('\n'));
  return names.filter((name) => known.has(name));
}

async function apt(args: string[], log: string): Promise<void> {
  await run('apt-get', ['--yes', '--quiet', ...args], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    log,
    cure: 'check the network and /etc/apt/sources.list, then npm start (it goes on where it was)',
  });
}
