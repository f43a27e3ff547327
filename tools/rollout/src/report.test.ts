import { expect, test } from 'vitest';
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
    return 'done it';
  });
  expect(written.map((line) => JSON.parse(line))).toEqual([
    { stage: 'build', status: 'done', summary: 'done it', seconds: 0 },
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
