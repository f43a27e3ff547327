import { appendFileSync } from 'node:fs';
import { Failure, lastLines } from './failure.ts';

export interface RunOptions {
  cwd?: string;
  /** Added to this process's environment. */
  env?: Record<string, string | undefined>;
  /** Text for standard input; secrets go here or into files, never on a command line. */
  input?: string;
  /** A file that the command line and the whole output are appended to. */
  log?: string;
  /** Milliseconds; the process is ended when they have passed. */
  timeout?: number;
  /** Return a non-zero exit instead of throwing. */
  mayFail?: boolean;
  /** What to do when it fails; the default names the command. */
  cure?: string;
  /** Called with each line of output as it comes. */
  onLine?: (line: string) => void;
}

export interface RunResult {
  stdout: string;
  stderr: string;
  exitCode: number;
}

/**
 * Runs a program without a shell and returns its output.
 *
 * @throws {Failure} when the program is missing, ends non-zero (unless
 *   `mayFail`) or takes longer than `timeout`; the last lines are in `tail`.
 */
export async function run(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  const { cwd, env, input, log, timeout, mayFail = false, onLine } = options;
  if (log) appendFileSync(log, `\n$ ${[command, ...args].join(' ')}\n`);
  // Read when the first program runs: a deploy of nothing runs none.
  const { execa } = await import('execa');
  const child = execa(command, args, {
    reject: false,
    all: true,
    cwd,
    env,
    input: input ?? '',
    timeout,
    maxBuffer: 256 * 1024 * 1024,
  });
  if (log || onLine) {
    for await (const line of child.iterable({ from: 'all' })) {
      if (log) appendFileSync(log, `${line}\n`);
      onLine?.(line);
    }
  }
  const result = await child;
  const exitCode = result.exitCode ?? 1;
  if (result.failed && (!mayFail || result.code === 'ENOENT' || result.timedOut)) {
    throw new Failure({
      what: sentence(command, args, result),
      cure: options.cure ?? `run it by hand to see more: ${[command, ...args].join(' ')}`,
      tail: lastLines(result.all ?? ''),
      log,
    });
  }
  return { stdout: result.stdout, stderr: result.stderr, exitCode };
}

function sentence(
  command: string,
  args: readonly string[],
  result: { code?: string; timedOut: boolean; exitCode?: number; signal?: string },
): string {
  const name = [command.split('/').at(-1), args[0]].filter(Boolean).join(' ');
  if (result.code === 'ENOENT') return `${command} is not installed or not on PATH.`;
  if (result.timedOut) return `${name} did not finish in time.`;
  return `${name} ended with ${result.signal ?? `exit code ${result.exitCode}`}.`;
}
