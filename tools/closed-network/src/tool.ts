import { Failure, run, type RunOptions, type RunResult } from '@todo-chatbot/rollout';

const cures: readonly [sign: RegExp, cure: string][] = [
  [
    /No space left on device|Disk quota exceeded|ENOSPC/i,
    'free some disk space (docker system df shows what images take) and run it again; it goes on where it was',
  ],
  [
    /Temporary failure resolving|Could not resolve|no such host|ENOTFOUND|EAI_AGAIN|Network is unreachable|dial tcp|i\/o timeout|TLS handshake timeout|Connection (refused|timed out|reset)|ECONNRE|ETIMEDOUT|(Socket|network) timeout|Failed to fetch|Unable to connect/i,
    'check that the package registries of Debian, npm, Go and PyPI can be reached, and run it again; it goes on where it was',
  ],
  [
    /checksum mismatch|HASHES (ARE|FROM|DO) |EINTEGRITY/i,
    'a download is not what this project pinned: find out what changed it on the way before you go on',
  ],
];

export interface ToolOptions extends RunOptions {
  /** The Debian package that brings the program. */
  package?: string;
}

/** Runs a program; a failure of a known kind gets the cure that fits it. */
export async function runTool(
  command: string,
  args: readonly string[],
  options: ToolOptions = {},
): Promise<RunResult> {
  const { package: source, ...rest } = options;
  try {
    return await run(command, args, rest);
  } catch (error) {
    throw error instanceof Failure ? withCure(error, source) : error;
  }
}

/** The same failure with the cure for what its text tells. */
export function withCure(failure: Failure, source?: string): Failure {
  const { message: what, tail, log, cause } = failure;
  const cure = findCure(`${what}\n${tail ?? ''}`, source);
  return cure ? new Failure({ what, cure, tail, log, cause }) : failure;
}

function findCure(text: string, source?: string): string | undefined {
  if (source && text.includes('is not installed or not on PATH')) {
    return `apt-get install ${source}`;
  }
  return cures.find(([sign]) => sign.test(text))?.[1];
}
