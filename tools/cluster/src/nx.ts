import { join } from 'node:path';
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
    env: { NX_TUI: 'false', NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
    log,
    mayFail: true,
    onLine: (line) => {
      const stage = stageLine.exec(line)?.[0];
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

/** The failed task's own words, without the frame that Nx puts around them. */
export function failureWords(output: string, count = 25): string {
  const lines = output
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s*(NX |>|View structured)/.test(line));
  const marked = lines.findIndex((line) => /✗ |\berror\b|Error:/i.test(line));
  const from = marked < 0 ? lines.length - count : marked;
  return lines.slice(Math.max(0, from), Math.max(0, from) + count).join('\n');
}
