import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeFailure, Failure } from '../failure.ts';
import { namespaced } from '../kube/kinds.ts';
import { readHistory } from './history.ts';
import { deployRelease } from './release.ts';
import { apiOf } from './target.ts';
import {
  endTrial,
  nameImage,
  quietReport,
  removeTrial,
  trial,
  trialIn,
  type Version,
} from './testing/trial.ts';
import { watchForSymptom } from './testing/first-symptom.ts';
import { answering, visitDuring } from './testing/visitors.ts';

/** Every way in which a new version does not come up, each with the old one serving all the time. */
const target = trialIn('failures');

beforeAll(async () => {
  await removeTrial(target);
  await nameImage(target, '1');
  await deployRelease(target, trial(target, { version: 'good' }), quietReport().report);
});
afterAll(() => endTrial(target));

/** What a person is told of a version that is broken, once everything has been checked that must hold. */
async function toldOf(values: Partial<Version>): Promise<string> {
  const spec = trial(target, { version: 'bad', ...values });
  const before = (await readHistory(target)).at(-1);
  let error: unknown;
  const symptom = await watchForSymptom(target);
  const began = performance.now();
  const visits = await visitDuring(target, async () => {
    error = await deployRelease(target, spec, quietReport().report).catch(
      (thrown: unknown) => thrown,
    );
  });
  const ended = performance.now();
  const seen = await symptom.end();
  expect(error).toBeInstanceOf(Failure);
  expect(visits.failures).toEqual([]);
  expect(visits.versions).toEqual(['good']);
  expect(visits.asked).toBeGreaterThan(10);
  const now = (await readHistory(target)).at(-1);
  expect(now).toMatchObject({ status: 'deployed', complete: true, inputs: before?.inputs });
  const told = describeFailure(error);
  process.stdout.write(
    `failed and taken back after ${seconds(began, ended)} s, ${seconds(seen, ended)} s after a container showed it:\n${told}\n`,
  );
  return told;
}

const seconds = (from: number | undefined, to: number) =>
  from === undefined ? '–' : ((to - from) / 1_000).toFixed(1);

test('a crash loop is told in the container’s last words', async () => {
  const told = await toldOf({ does: 'crash' });
  expect(told).toMatch(/app-\S+: CrashLoopBackOff \(Error, exit code 1\)/);
  expect(told).toContain('version bad: no such table: tasks');
  expect(told).not.toContain('good begins');
  expect(told).toMatch(/to look further: kubectl .* involvedObject\.name=app-/);
  expect(told).toContain('which keeps serving');
});

test('an image that the node does not have is named', async () => {
  expect(await toldOf({ tag: 'nowhere' })).toMatch(
    /ErrImageNeverPull: .*rollout-trial-failures:nowhere/,
  );
});

test('a key that the Secret does not have is named', async () => {
  expect(await toldOf({ secretKey: 'absent' })).toMatch(
    /CreateContainerConfigError: couldn't find key absent in Secret/,
  );
});

test('a ConfigMap that is not there, of which only an event tells, is named', async () => {
  expect(await toldOf({ volume: 'absent' })).toMatch(/FailedMount: .*configmap "absent" not found/);
});

test('a command that the image does not have is named', async () => {
  expect(await toldOf({ command: ['no-such-program'] })).toMatch(/no-such-program.*not found/);
});

test('a server that refuses is given up when the chart’s deadline has passed, in the probe’s words', async () => {
  const told = await toldOf({ does: 'refuse', deadline: 3 });
  expect(told).toMatch(/runs for \d s and does not become ready: Readiness probe failed: .*503/);
  expect(told).toContain('version bad begins');
});

test('a pod for which there is no room is told in the scheduler’s words', async () => {
  expect(await toldOf({ cpu: 1_000, limit: '' })).toMatch(/finds no node: .*Insufficient cpu/);
});

test('what the admission refuses is told in its words', async () => {
  expect(await toldOf({ privileged: true })).toMatch(/Deployment app: .*violates PodSecurity/);
});

test('a quota that is used up is named', async () => {
  const quotas = namespaced('v1', target.namespace, 'resourcequotas');
  const metadata = { name: 'one-pod' };
  const quota = {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata,
    spec: { hard: { pods: '1' } },
  };
  await apiOf(target).create(quotas, quota);
  const isCounted = async () =>
    (await apiOf(target).get<{ status?: { used?: object } }>(`${quotas}/one-pod`))?.status?.used;
  await expect.poll(isCounted, { timeout: 30_000 }).toBeDefined();
  const told = await toldOf({ does: 'serve' });
  await apiOf(target).remove(`${quotas}/one-pod`);
  expect(told).toMatch(/Deployment app: .*exceeded quota: one-pod/);
});

test('a broken template is told in Helm’s words, and makes no revision', async () => {
  const before = await readHistory(target);
  expect(await toldOf({ broken: true })).toContain('this template is broken');
  expect(await readHistory(target)).toEqual(before);
});

const failing = 'console.error("relation exists already"); process.exit(3)';

test('a field that the cluster does not know is named', async () => {
  expect(await toldOf({ misspelt: 'replicaz' })).toContain('replicaz');
});

/** The server waits for its schema; that it is not ready is not its own fault. */
test.each([
  { restartPolicy: 'Never', backoffLimit: 0 },
  { restartPolicy: 'OnFailure', backoffLimit: 6 },
])('a migration that fails is told in its last words: $restartPolicy', async (policy) => {
  const told = await toldOf({ does: 'refuse', migrate: { command: failing, ...policy } });
  expect(told).toMatch(/migrate-\w+/);
  expect(told).toContain('relation exists already');
});

test('the next good version is deployed without hands', async () => {
  const report = quietReport();
  await deployRelease(target, trial(target, { version: 'better' }), report.report);
  expect(await answering(target)).toEqual(['better']);
  expect(report.lines.join('')).toContain('✓ rollout    app 1/1');
});

test('a first release that does not come up is removed', async () => {
  const first = trialIn('first');
  await removeTrial(first);
  await nameImage(first, '1');
  const spec = trial(first, { version: 'bad', does: 'crash' });
  await expect(deployRelease(first, spec, quietReport().report)).rejects.toMatchObject({
    cure: expect.stringContaining('removed the release again'),
  });
  expect(await readHistory(first)).toEqual([]);
  await endTrial(first);
});
