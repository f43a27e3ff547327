import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

export interface Typed {
  cwd: string;
  env: NodeJS.ProcessEnv;
}

/** How a command ended: `null` when a signal ended it. */
export interface Ended {
  code: number | null;
  output: string;
}

/**
 * Types a command, and Ctrl-C as soon as `condition` holds: SIGINT to the
 * whole process group, as a terminal sends it.
 *
 * @throws {Error} with the output when the command ends before that.
 */
export async function interruptWhen(
  condition: () => Promise<boolean>,
  [command = '', ...args]: readonly string[],
  { cwd, env }: Typed,
): Promise<Ended> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  while (!(await condition())) {
    if (child.exitCode !== null) throw new Error(`it ended before it was interrupted:\n${output}`);
    await pause(100);
  }
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
  return { code: await closed, output };
}
