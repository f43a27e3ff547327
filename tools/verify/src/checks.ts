import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, lastLines, run, type Note, type RunResult } from '@todo-chatbot/rollout';
import { rolloutReport } from './cluster/rollout-report.ts';
import { nx, readReport, removeReports, vitestReports, workspaceRoot } from './nx.ts';
import { preparePackages } from './packages.ts';
import type { StageName } from './stages.ts';
import {
  noChecks,
  playwrightFailures,
  sum,
  tallyPlaywright,
  tallyVitest,
  vitestFailures,
  type PlaywrightReport,
  type Tally,
  type VitestReport,
} from './tally.ts';

export interface CheckContext {
  /** The file that the whole output of the stage goes to. */
  log: string;
  note: Note;
}

/** What a stage found: its tally, and the words that matter when something failed. */
export interface CheckResult {
  tally: Tally;
  tail?: string;
}

/** The projects whose own tests build images and run containers. */
const imageBuilders = 'cluster,nx-plugin,rollout';

type Check = (context: CheckContext) => Promise<CheckResult>;

/** What each stage of `npm test` does. */
export const checks: Record<StageName, Check> = {
  packages: async ({ log, note }) => {
    await preparePackages({ log, note });
    return { tally: noChecks };
  },
  format: ({ log }) =>
    oneCheck(
      run(process.execPath, ['node_modules/prettier/bin/prettier.cjs', '--check', '.'], {
        cwd: workspaceRoot,
        log,
        mayFail: true,
      }),
    ),
  lint: ({ log }) => perProject('lint', log),
  types: ({ log }) => perProject('typecheck', log),
  test: async ({ log }) => {
    // What was built once is tested; only the tests themselves run anew.
    await nx(['run-many', '--targets=build', '--output-style=static'], { log });
    const suites = await vitest(['--targets=test', `--exclude=chart,${imageBuilders}`], log);
    // Once more from nothing, and the same to the byte: else an image has two tags.
    const rebuild = [
      'reproduce',
      'frontend',
      '--exclude-task-dependencies',
      '--output-style=static',
    ];
    return both(suites, await oneCheck(nx(rebuild, { log, mayFail: true })));
  },
  chart: ({ log }) => vitest(['--targets=test', '--projects=chart'], log),
  images: async (context) => {
    const { log } = context;
    const bases = await vitest(['--targets=test-images'], log);
    const builders = await vitest(['--targets=test', `--projects=${imageBuilders}`], log);
    const apps = await ownSuite('images', context);
    return [bases, builders, apps].reduce(both);
  },
  browser: ({ log }) => browser(log, ['e2e', 'e2e']),
  compose: (context) => ownSuite('compose', context),
  cluster: async (context) => {
    rmSync(rolloutReport, { force: true });
    const journey = await ownSuite('cluster', context);
    const rollout = readReport<VitestReport>(rolloutReport);
    if (!rollout) return journey;
    return both(journey, {
      tally: tallyVitest(rollout),
      tail: vitestFailures(rollout).join('\n'),
    });
  },
};

async function oneCheck(work: Promise<RunResult>): Promise<CheckResult> {
  const { exitCode, stdout, stderr } = await work;
  const failed = exitCode === 0 ? 0 : 1;
  return { tally: { passed: 1 - failed, failed, skipped: 0 }, tail: `${stdout}\n${stderr}` };
}

/** Runs a target of every project; each project is one check. */
async function perProject(target: string, log: string): Promise<CheckResult> {
  const listed = await nx(['show', 'projects', '--with-target', target, '--json'], { log });
  const projects = JSON.parse(listed.stdout) as string[];
  const { exitCode, stdout } = await nx(
    ['run-many', '-t', target, '--parallel=2', '--output-style=static'],
    { log, mayFail: true },
  );
  if (exitCode === 0) return { tally: { passed: projects.length, failed: 0, skipped: 0 } };
  const failed = Math.max(1, countFailedTasks(stdout));
  return {
    tally: { passed: Math.max(0, projects.length - failed), failed, skipped: 0 },
    tail: lastLines(stdout, 40),
  };
}

/** Nx lists what failed below a heading, one `- project:target` a line. */
export function countFailedTasks(output: string): number {
  return output.split('Failed tasks:').at(1)?.match(/^- /gm)?.length ?? 0;
}

/** Runs the vitest suites of the chosen projects, one after another: two cores, real servers. */
async function vitest(targets: readonly string[], log: string): Promise<CheckResult> {
  removeReports();
  const { exitCode, stdout } = await nx(
    [
      'run-many',
      ...targets,
      '--parallel=1',
      '--skip-nx-cache',
      '--exclude-task-dependencies',
      '--output-style=static',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=test-output/vitest.json',
    ],
    { log, mayFail: true },
  );
  const found = vitestReports().map((file) => readReport<VitestReport>(file) ?? emptyReport);
  const failures = found.flatMap(vitestFailures);
  return judged(sum(found.map(tallyVitest)), { exitCode, stdout, failures });
}

const both = (one: CheckResult, other: CheckResult): CheckResult => ({
  tally: sum([one.tally, other.tally]),
  tail: [one.tail, other.tail].filter(Boolean).join('\n'),
});

async function browser(log: string, args: readonly string[]): Promise<CheckResult> {
  const report = join(workspaceRoot, 'apps/e2e/test-output/results.json');
  const { exitCode, stdout } = await nx(args, {
    log,
    mayFail: true,
    env: { E2E_RESULTS: report },
  });
  const found = readReport<PlaywrightReport>(report);
  const failures = found ? playwrightFailures(found) : [];
  return judged(found ? tallyPlaywright(found) : noChecks, { exitCode, stdout, failures });
}

/** The suites in folders of their own are vitest too, with configurations of their own. */
async function ownSuite(
  name: 'compose' | 'cluster' | 'images',
  { log, note }: CheckContext,
): Promise<CheckResult> {
  const root = join(workspaceRoot, 'tools/verify');
  const report = join(root, `test-output/${name}.json`);
  const { exitCode, stdout } = await run(
    process.execPath,
    [
      join(workspaceRoot, 'node_modules/vitest/vitest.mjs'),
      'run',
      `--config=vitest.${name}.config.ts`,
      '--reporter=verbose',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    {
      cwd: root,
      log,
      mayFail: true,
      env: { NO_COLOR: '1', NX_DAEMON: 'false' },
      onLine: (line) => {
        const fact = /^\s*[✓×] .*? > (.*?)(?: \d+ms)?$/.exec(line)?.[1];
        if (fact) note(fact);
      },
    },
  );
  const found = readReport<VitestReport>(report);
  const failures = found ? vitestFailures(found) : [];
  return judged(found ? tallyVitest(found) : noChecks, { exitCode, stdout, failures });
}

interface Ran {
  exitCode: number;
  stdout: string;
  /** What failed, in words. */
  failures: readonly string[];
}

/** A runner that failed without a failed test (it crashed, or found none) is a failure as well. */
function judged(tally: Tally, { exitCode, stdout, failures }: Ran): CheckResult {
  if (exitCode === 0 && tally.failed === 0 && tally.passed > 0) return { tally };
  const words = failures.length > 0 ? failures.join('\n') : stdout;
  return { tally: { ...tally, failed: Math.max(1, tally.failed) }, tail: lastLines(words, 40) };
}

const emptyReport: VitestReport = {
  numPassedTests: 0,
  numFailedTests: 1,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
};

/** Turns a stage that could not run at all into the failure that `npm test` reports. */
export function couldNotRun(stage: StageName, error: unknown): CheckResult {
  const tail =
    error instanceof Failure
      ? [error.message, error.tail, `What to do: ${error.cure}`].filter(Boolean).join('\n')
      : String(error instanceof Error ? error.stack : error);
  return { tally: { passed: 0, failed: 1, skipped: 0 }, tail: `${stage} could not run: ${tail}` };
}
