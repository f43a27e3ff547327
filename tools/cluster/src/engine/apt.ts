import { Failure, run, type Note } from '@todo-chatbot/rollout';
import type { Consent } from '../consent.ts';
import { findProgram } from '../programs.ts';

export interface AptOptions {
  consent: Consent;
  log: string;
  note: Note;
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
  names: readonly string[],
  reason: string,
  { consent, log, note }: AptOptions,
): Promise<void> {
  const command = `apt-get install ${names.join(' ')}`;
  const refused = new Failure({
    what: reason,
    cure: `${process.getuid?.() === 0 ? '' : 'sudo '}${command}, then npm start`,
  });
  if (!canInstall() || !(await consent(`${reason} Run ${command}?`))) throw refused;
  note('apt-get update');
  await apt(['update'], log);
  note(command);
  await apt(['install', '--no-install-recommends', ...names], log);
}

async function apt(args: string[], log: string): Promise<void> {
  await run('apt-get', ['--yes', '--quiet', ...args], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    log,
    cure: 'check the network and /etc/apt/sources.list, then npm start (it goes on where it was)',
  });
}
