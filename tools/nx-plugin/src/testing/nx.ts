import { join, resolve } from 'node:path';
import { run } from '@todo-chatbot/rollout';

/** The root of the repository. */
const workspaceRoot = resolve(import.meta.dirname, '../../../..');

/** Runs Nx of this workspace as somebody types it, also from inside a task of Nx. */
export async function nx(...args: string[]): Promise<string> {
  const program = join(workspaceRoot, 'node_modules/nx/dist/bin/nx.js');
  const outer = Object.keys(process.env).filter((name) => name.startsWith('NX_'));
  const none = Object.fromEntries(outer.map((name) => [name, undefined]));
  const { stdout } = await run(process.execPath, [program, ...args], {
    cwd: workspaceRoot,
    env: { ...none, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' },
  });
  return stdout;
}
