import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Failure, run } from '@todo-chatbot/rollout';

/** The root of the workspace. */
export const workspaceRoot = join(import.meta.dirname, '../../..');

export interface NxOptions {
  env: NodeJS.ProcessEnv;
  log: string;
  /** Called with each line that a task's own stage reporter printed. */
  onStage?: (line: string) => void;
}

/** A stage's line as the reporter prints it: mark, name, summary, seconds. */
const stageLine = /[✓–✗] \S+ +.* \d+\.\d s$/u;

/** Runs a target of every project that has it. */
export async function runTarget(target: string, { env, log, onStage }: NxOptions): Promise<void> {
  const program = join(workspaceRoot, 'node_modules/.bin/nx');
  const args = ['run-many', '--target', target, '--outputStyle=stream'];
  const { stdout, stderr, exitCode } = await run(program, args, {
    cwd: workspaceRoot,
    // Nx asks its tasks for colours unless it is told; Node then warns when NO_COLOR is set as well.
    env: { NX_TUI: 'false', FORCE_COLOR: '0', NO_COLOR: undefined, ...env },
    log,
    mayFail: true,
    onLine: (line) => {
      const stage = stageLine.exec(stripVTControlCharacters(line))?.[0];
      if (stage) onStage?.(stage);
    },
  });
  if (exitCode === 0) return;
  throw new Failure({
    what: `${target} failed.`,
    cure: `the lines above name the cause; npx nx run-many -t ${target} runs it alone`,
    tail: failureWords(`${stdout}\n${stderr}`),
    log,
  });
}

/** What the first task that failed said, without the frame that Nx puts around it. */
export function failureWords(output: string, count = 25): string {
  const lines = stripVTControlCharacters(output).split('\n');
  const failed = /^- (\S+?):\S+$/m.exec(
    lines.slice(lines.indexOf('Failed tasks:')).join('\n'),
  )?.[1];
  const prefix = `${failed}: `;
  const own = lines
    .filter((line) => line.startsWith(prefix))
    .map((line) => line.slice(prefix.length));
  const words = (own.length > 0 ? own : lines).filter((line) => line.trim() !== '');
  const marked = words.findIndex((line) => /^ ?✗ /.test(line));
  return (marked < 0 ? words.slice(-count) : words.slice(marked, marked + count)).join('\n');
}
