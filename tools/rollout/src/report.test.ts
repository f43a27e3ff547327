import { expect, test } from 'vitest';
import { Failure } from './failure.ts';
import { createReport, type ReportOptions } from './report.ts';

function record(options: ReportOptions = {}) {
  const written: string[] = [];
  const report = createReport({ live: false, write: (text) => written.push(text), ...options });
  return { report, written };
}

test('a stage is one aligned line with its summary and time, plain without a terminal', async () => {
  const { report, written } = record();
  await report.stage('engine', async () => 'docker running');
  expect(written.join('')).toMatch(/^ ✓ engine {5}docker running {44,} +0\.0 s\n$/);
});

test('a stage with nothing to do is marked as such', async () => {
  const { report, written } = record();
  await report.stage('image', async () => ({ summary: 'unchanged', skipped: true }));
  expect(written.join('')).toContain(' – image      unchanged');
  expect(report.records[0]?.status).toBe('skipped');
});

test('a failing stage is told and the failure goes on', async () => {
  const { report, written } = record();
  const failing = report.stage('load', async () => Promise.reject(new Error('no such image')));
  await expect(failing).rejects.toThrow('no such image');
  expect(written.join('')).toContain(' ✗ load       no such image');
});

test('json prints one object a stage and nothing else', async () => {
  const { report, written } = record({ json: true });
  report.say('hello');
  await report.stage('build', async (note) => {
    note('compiling');
    return { summary: 'done it', skipped: false, reason: 'a file changed', built: 1 };
  });
  expect(written.map((line) => JSON.parse(line))).toEqual([
    {
      ...{ stage: 'build', status: 'done', summary: 'done it', seconds: expect.any(Number) },
      ...{ reason: 'a file changed', built: 1 },
    },
  ]);
});

test('json says of a failed stage what, what to do and the last words', async () => {
  const { report, written } = record({ json: true });
  const failure = new Failure({ what: 'It crashes.', cure: 'correct it', tail: 'no such table' });
  await report.stage('rollout', async () => Promise.reject(failure)).catch(() => undefined);
  expect(JSON.parse(written.join(''))).toMatchObject({
    status: 'failed',
    failure: { what: 'It crashes.', cure: 'correct it', tail: 'no such table' },
  });
});

test('without a terminal each change of what a stage waits for is a line', async () => {
  const { report, written } = record();
  await report.stage('rollout', async (_note, show) => {
    const lines = ['being made', 'being made', 'starting'];
    for (const text of lines) show([{ name: 'backend-x2x', text, since: performance.now() }]);
    return 'ok';
  });
  expect(written.slice(0, -1)).toEqual([
    ' ·   backend-x2x  being made\n',
    ' ·   backend-x2x  starting\n',
  ]);
});

test('what a stage waits for is shown below its line on a terminal and gone when it ends', async () => {
  const { report, written } = record({ live: true, width: 80 });
  await report.stage('rollout', async (note, show) => {
    show([{ name: 'backend-x2x', text: 'starting', since: performance.now() - 1_200 }]);
    note('backend 0/1');
    return 'ok';
  });
  const shown = written.findIndex((line) => line === ' …   backend-x2x  starting: 1.2 s\n');
  expect(shown).toBeGreaterThan(0);
  expect(written.slice(shown)).toContain('\x1b[2A\x1b[J');
  expect(written.at(-1)).toContain('rollout    ok');
});

test('without a terminal only a changed text is a line of a stage', async () => {
  const { report, written } = record();
  await report.stage('rollout', async (note, show) => {
    for (const text of ['backend 0/1', 'backend 0/1', 'backend 1/1']) {
      note(text);
      show([{ name: 'backend-x2x', text: 'starting' }]);
    }
    return 'ok';
  });
  const ofPods = written.filter((line) => line.includes('backend-x2x'));
  expect(ofPods).toEqual([' ·   backend-x2x  starting\n']);
  const ofStage = written.filter((line) => !ofPods.includes(line));
  expect(ofStage.map((line) => line.slice(14, 25))).toEqual([
    'backend 0/1',
    'backend 1/1',
    'ok         ',
  ]);
});

test('a running line never wraps, so that it can be redrawn', async () => {
  const { report, written } = record({ live: true, width: 40 });
  await report.stage('build', async (note) => {
    note('x'.repeat(200));
    return 'ok';
  });
  const drawn = written.filter((line) => line.includes('…'));
  expect(drawn.length).toBeGreaterThan(0);
  expect(drawn.every((line) => line.length <= 40)).toBe(true);
});

test('two stages of one name at a time do not end each other', async () => {
  const { report, written } = record();
  await report.stage('image', async (note) => {
    await report.stage('image', async () => 'frontend');
    note('building');
    return 'backend';
  });
  expect(written.map((line) => line.trim().replace(/ +\S+ s$/, ''))).toEqual([
    expect.stringMatching(/^✓ image +frontend$/),
    expect.stringMatching(/^· image +building$/),
    expect.stringMatching(/^✓ image +backend$/),
  ]);
});
