import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run, type RunResult } from '@todo-chatbot/rollout';

/** The workspace root, wherever the command was typed. */
export const workspaceRoot = join(import.meta.dirname, '../../..');

export interface NxOptions {
  log: string;
  env?: Record<string, string | undefined>;
  cwd?: string;
  /** Return a non-zero exit instead of throwing. */
  mayFail?: boolean;
  onLine?: (line: string) => void;
}

/** Runs Nx of this workspace with plain output, so that its log can be read by people and by us. */
export function nx(args: readonly string[], options: NxOptions): Promise<RunResult> {
  const { log, cwd = workspaceRoot, env, ...rest } = options;
  return run(join(cwd, 'node_modules/.bin/nx'), args, {
    ...rest,
    cwd,
    log,
    env: { NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0', ...env },
  });
}

/** Reads a JSON report that a stage wrote, or undefined when it wrote none. */
export function readReport<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
}

const reports = '{apps,libs,tools,deploy}/**/test-output/vitest.json';

/** The vitest reports of all projects. */
export function vitestReports(): string[] {
  return globSync(reports, {
    cwd: workspaceRoot,
    exclude: (path) => path.includes('node_modules'),
  }).map((file) => join(workspaceRoot, file));
}

/** Removes reports of an earlier run, so that they are not counted again. */
export function removeReports(): void {
  for (const file of vitestReports()) rmSync(file);
}
