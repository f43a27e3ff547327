import type { ChildProcess } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Result, SubprocessError } from 'nano-spawn';
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
 * Runs a program without a shell and returns its output. It is ended when this
 * process exits before it.
 *
 * @throws {Failure} when the program is missing, ends non-zero (unless
 *   `mayFail`) or takes longer than `timeout`; the last lines are in `tail`.
 */
export async function run(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  const { mayFail = false, log } = options;
  if (log) appendFileSync(log, `\n$ ${[command, ...args].join(' ')}\n`);
  try {
    const { stdout, stderr } = await spawned(command, args, options);
    return { stdout, stderr, exitCode: 0 };
  } catch (cause) {
    const ended = cause as Ended;
    const isMissing = ended.cause?.code === 'ENOENT';
    if (mayFail && !isMissing && !ended.isCanceled) {
      return { stdout: ended.stdout, stderr: ended.stderr, exitCode: ended.exitCode ?? 1 };
    }
    throw new Failure({
      what: sentence(command, args, ended),
      cure: options.cure ?? `run it by hand to see more: ${[command, ...args].join(' ')}`,
      tail: lastLines(ended.output ?? ''),
      log,
    });
  }
}

/** The programs at work. */
const children = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of children) child.kill();
});

/** How nano-spawn tells that a program did not end well. */
type Ended = SubprocessError & { cause?: NodeJS.ErrnoException; isCanceled?: boolean };

async function spawned(
  command: string,
  args: readonly string[],
  { cwd, env, input = '', log, timeout, onLine }: RunOptions,
): Promise<Result> {
  // Read when the first program runs: a deploy of nothing runs none.
  const { default: spawn } = await import('nano-spawn');
  const running = spawn(command, args, {
    stdin: { string: input },
    ...(cwd && { cwd }),
    ...(env && { env }),
    ...(timeout && { signal: AbortSignal.timeout(timeout) }),
  });
  // One that does not start is told by what is returned.
  const child = await running.nodeChildProcess.catch(() => undefined);
  if (!child) return running;
  children.add(child);
  child.once('exit', () => children.delete(child));
  if (!log && !onLine) return running;
  const tell = (line: string): void => {
    if (log) appendFileSync(log, `${line}\n`);
    onLine?.(line);
  };
  for (const stream of [child.stdout, child.stderr])
    if (stream) createInterface(stream).on('line', tell);
  return running;
}

function sentence(command: string, args: readonly string[], ended: Ended): string {
  const name = [command.split('/').at(-1), args[0]].filter(Boolean).join(' ');
  if (ended.cause?.code === 'ENOENT') return `${command} is not installed or not on PATH.`;
  if (ended.isCanceled) return `${name} did not finish in time.`;
  return `${name} ended with ${ended.signalName ?? `exit code ${ended.exitCode}`}.`;
}
