import { stripVTControlCharacters } from 'node:util';

/** How many checks a stage made. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

export const noChecks: Tally = { passed: 0, failed: 0, skipped: 0 };

/** The sum of several tallies. */
export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    noChecks,
  );
}

/** The closing line of a run: `N passed, N failed`, and what was skipped if anything was. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Reads a vitest JSON report (Jest's format). A file that could not be loaded
 * has no tests in it and still is a failure, so it counts as one.
 * @see https://vitest.dev/guide/reporters.html#json-reporter
 */
export function tallyVitest(report: VitestReport): Tally {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(isFailed),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** The part of a vitest JSON report that is read here. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name?: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName?: string; failureMessages?: string[] }[];
  }[];
}

/** Each failed test, and each file that did not load: what, and the words of why, without stacks. */
export function vitestFailures({ testResults }: VitestReport): string[] {
  return testResults.flatMap(({ name = '', status, message = '', assertionResults }) => {
    const failed = assertionResults.filter(isFailed);
    if (status === 'failed' && failed.length === 0) return [`${name}: ${withoutStack(message)}`];
    return failed.map(
      ({ fullName = '', failureMessages = [] }) =>
        `${fullName.trim()}: ${withoutStack(failureMessages[0] ?? '')}`,
    );
  });
}

function withoutStack(text: string): string {
  return text.split(/\n\s+at /, 1)[0] ?? '';
}

function isFailed(assertion: { status: string }): boolean {
  return assertion.status === 'failed';
}

/**
 * Reads a Playwright JSON report. A test that passed only when tried again is
 * flaky, and flaky is a failure here.
 * @see https://playwright.dev/docs/test-reporters#json-reporter
 */
export function tallyPlaywright({ stats, errors }: PlaywrightReport): Tally {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/** The part of a Playwright JSON report that is read here. */
export interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  /** What failed outside of any test. */
  errors: PlaywrightError[];
  /** A suite for each file. */
  suites: PlaywrightSuite[];
}

interface PlaywrightError {
  message?: string;
}

interface PlaywrightSuite {
  file: string;
  specs: {
    title: string;
    tests: { status: string; results: { error?: PlaywrightError }[] }[];
  }[];
  /** The groups of the file. */
  suites?: PlaywrightSuite[];
}

/** Each browser test that failed or is flaky, and what failed outside of them, without code frames. */
export function playwrightFailures({ errors, suites }: PlaywrightReport): string[] {
  return [...errors.map(browserWords), ...suites.flatMap(failuresOf)];
}

function failuresOf({ file, specs, suites = [] }: PlaywrightSuite): string[] {
  const own = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => ['unexpected', 'flaky'].includes(status))
      .map(({ results }) => {
        const error = results.find((result) => result.error)?.error;
        return `${file} › ${title}: ${browserWords(error)}`;
      }),
  );
  return [...own, ...suites.flatMap(failuresOf)];
}

function browserWords(error: PlaywrightError | undefined): string {
  const words = stripVTControlCharacters(error?.message ?? 'it does not say why');
  return words.trimEnd().replace(/\n\s*\n/g, '\n');
}
