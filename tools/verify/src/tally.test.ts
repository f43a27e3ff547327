import { expect, test } from 'vitest';
import {
  closingLine,
  playwrightFailures,
  sum,
  tallyPlaywright,
  tallyVitest,
  vitestFailures,
} from './tally.ts';

test('a test file that does not load counts as a failure', () => {
  const tally = tallyVitest({
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
      { status: 'failed', assertionResults: [] },
    ],
  });
  expect(tally).toEqual({ passed: 3, failed: 1, skipped: 1 });
});

test('a failing test is not counted twice with its file', () => {
  const tally = tallyVitest({
    numPassedTests: 0,
    numFailedTests: 1,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }],
  });
  expect(tally.failed).toBe(1);
});

test('a flaky browser test is a failure', () => {
  const stats = { expected: 5, unexpected: 0, flaky: 1, skipped: 0 };
  expect(tallyPlaywright({ stats, errors: [], suites: [] })).toEqual({
    passed: 5,
    failed: 1,
    skipped: 0,
  });
});

test('an error outside any browser test is a failure', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  expect(tallyPlaywright({ stats, errors: [{}], suites: [] }).failed).toBe(1);
});

test('the closing line adds every stage up and names skipped checks only when there are some', () => {
  const one = { passed: 2, failed: 1, skipped: 0 };
  expect(closingLine(sum([one, one]))).toBe('4 passed, 2 failed');
  expect(closingLine({ ...one, skipped: 3 })).toBe('2 passed, 1 failed, 3 skipped');
});

test('a failed test is told by its name and its reason without the stack', () => {
  const told = vitestFailures({
    numPassedTests: 0,
    numFailedTests: 1,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [
      {
        name: 'a.test.ts',
        status: 'failed',
        message: 'no such module\n    at file.ts:1:1',
        assertionResults: [],
      },
      {
        name: 'b.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: ' fine' },
          {
            status: 'failed',
            fullName: ' one is two',
            failureMessages: ['1 !== 2\n    at file.ts:1:1'],
          },
        ],
      },
    ],
  });
  expect(told).toEqual(['a.test.ts: no such module', 'one is two: 1 !== 2']);
});

test('a failed browser test is told by its file, its name and its reason, in a group as well', () => {
  const spec = (title: string, status: string, ...messages: string[]) => ({
    title,
    tests: [{ status, results: messages.map((message) => ({ error: { message } })) }],
  });
  const told = playwrightFailures({
    stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 0 },
    errors: [{ message: 'no server' }],
    suites: [
      {
        file: 'a.spec.ts',
        specs: [spec('fine', 'expected'), spec('now and then', 'flaky', 'too slow')],
        suites: [
          {
            file: 'a.spec.ts',
            specs: [
              spec(
                'one is two',
                'unexpected',
                '\u001B[31mexpect failed\u001B[39m\n\nExpected: 2\n',
              ),
            ],
          },
        ],
      },
    ],
  });
  expect(told).toEqual([
    'no server',
    'a.spec.ts › now and then: too slow',
    'a.spec.ts › one is two: expect failed\nExpected: 2',
  ]);
});
