import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run, type Note } from '@todo-chatbot/rollout';
import { nx, readReport, workspaceRoot } from '../nx.ts';
import type { Group } from './figures.ts';
import { measureFrontend } from './frontend.ts';
import type { Samples } from './results.ts';

/** What a measuring program is given. */
export interface Measurement {
  groups: Group[];
  /** The folder for logs and values. */
  folder: string;
  note: Note;
}

const words = (groups: readonly Group[]) => groups.map(({ name }) => name).join(',');

/** Builds what is measured; nothing is measured from source. */
export async function build({ folder, note }: Measurement): Promise<void> {
  note('building what is measured');
  mkdirSync(folder, { recursive: true });
  await nx(['run-many', '-t', 'build', '-p', 'backend,frontend'], {
    log: join(folder, 'bench-build.log'),
  });
}

async function measureBackend({ groups, folder, note }: Measurement): Promise<Samples> {
  const out = join(folder, 'bench-backend.json');
  rmSync(out, { force: true });
  const script = join(workspaceRoot, 'apps/backend/bench/main.ts');
  await run(process.execPath, [script, '--out', out, '--only', words(groups)], {
    cwd: workspaceRoot,
    log: join(folder, 'bench-backend.log'),
    onLine: note,
  });
  return readReport<Samples>(out) ?? {};
}

async function measureBrowser({ groups, folder, note }: Measurement): Promise<Samples> {
  const out = join(folder, 'bench-browser.json');
  rmSync(out, { force: true });
  const names = groups.map(({ name }) => `bench/${name}.bench.ts`);
  await run('playwright', ['test', '--config', 'playwright.bench.config.ts', ...names], {
    cwd: join(workspaceRoot, 'apps/e2e'),
    env: { BENCH_OUT: out },
    log: join(folder, 'bench-browser.log'),
    onLine: note,
  });
  return readReport<Samples>(out) ?? {};
}

/** How each kind of figure comes about. */
export const programs: Record<Group['measuredBy'], (measurement: Measurement) => Promise<Samples>> =
  {
    backend: measureBackend,
    frontend: ({ note }) => measureFrontend(note),
    browser: measureBrowser,
  };
