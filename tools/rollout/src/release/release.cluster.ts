import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { untagImage } from '../image-store.ts';
import { namespaced } from '../kube/kinds.ts';
import { readHistory } from './history.ts';
import { deployForeseen, deployRelease, foresee } from './release.ts';
import type { KubeEvent } from './events.ts';
import type { KubeObject, Pod } from './objects.ts';
import { rollbackRelease } from './rollback.ts';
import { apiOf, helm, type Target } from './target.ts';
import {
  endTrial,
  forgetOnNodes,
  imageOf,
  nameImage,
  quietReport,
  removeTrial,
  trial,
  trialIn,
} from './testing/trial.ts';
import { answering, visitDuring } from './testing/visitors.ts';

/** The life of a release, in order. */
const target = trialIn('life');

beforeAll(async () => {
  await removeTrial(target);
  await nameImage(target, '1');
  await nameImage(target, '2');
});
afterAll(() => endTrial(target));

const status = async () => (await readHistory(target)).at(-1)?.status;
const deploy = (version: string, tag?: string, report = quietReport()) =>
  deployRelease(target, trial(target, { version, tag }), report.report);

async function podIds(): Promise<(string | undefined)[]> {
  const path = namespaced('v1', target.namespace, 'pods');
  const { items } = await apiOf(target).list<Pick<KubeObject, 'metadata'>>(path);
  const staying = items.filter(({ metadata }) => !metadata.deletionTimestamp);
  return staying.map(({ metadata }) => metadata.uid).sort();
}

test('a first release makes its namespace, comes up and is recorded as seen ready', async () => {
  const { action, revision } = await deploy('one');
  expect([action, revision]).toEqual(['install', 1]);
  expect(await answering(target)).toEqual(['one']);
  expect((await readHistory(target)).at(-1)).toMatchObject({ status: 'deployed', complete: true });
});

test('its pod started with more of the processor than its limit, which holds again', async () => {
  const path = (plural: string) => namespaced('v1', target.namespace, plural);
  const limits = async () => {
    const { items } = await apiOf(target).list<Pod>(path('pods'));
    return items.map(({ spec }) => spec.containers[0]?.resources?.limits?.cpu);
  };
  const started = async () => {
    const { items } = await apiOf(target).list<KubeEvent>(path('events'));
    return items.filter(({ reason }) => reason === 'ResizeStarted').map(({ message }) => message);
  };
  expect(await limits()).toEqual(['300m']);
  await expect.poll(started).toContainEqual(expect.stringContaining('"limits":{"cpu":"2"'));
});

test('without a change nothing is touched, and neither helm nor a lock is asked for', async () => {
  const before = [await podIds(), await readHistory(target)];
  const tools = { ...target.cluster.tools, helm: '/nowhere/helm' };
  const readOnly: Target = { ...target, cluster: { ...target.cluster, tools } };
  const create = vi.spyOn(apiOf(readOnly), 'create');
  const { report, lines } = quietReport();
  const { action } = await deployRelease(readOnly, trial(target, { version: 'one' }), report);
  expect(action).toBe('none');
  expect(create).not.toHaveBeenCalled();
  expect(lines.join('')).toContain('– release    revision 1: nothing changed');
  expect([await podIds(), await readHistory(target)]).toEqual(before);
});

test('a new version fails no request, and when the deploy ends every new connection reaches it', async () => {
  let after: string[] = [];
  const visits = await visitDuring(target, async () => {
    await deploy('two', '2');
    after = await answering(target);
  });
  expect(visits.failures).toEqual([]);
  expect(visits.versions).toEqual(['one', 'two']);
  expect(after).toEqual(['two']);
});

test('a rollback goes to the version before, fails no request and builds nothing', async () => {
  const { report, lines } = quietReport();
  const visits = await visitDuring(target, () => rollbackRelease(target, report, { app: 'app' }));
  expect(visits.failures).toEqual([]);
  expect(await answering(target)).toEqual(['one']);
  expect(lines.join('')).toContain('✓ release    revision 3: back to revision 1');
  expect((await readHistory(target)).at(-1)).toMatchObject({ status: 'deployed', complete: true });
});

test('a rollback brings an image back that the nodes have lost', async () => {
  await forgetOnNodes(target, '2');
  await rollbackRelease(target, quietReport().report);
  expect(await answering(target)).toEqual(['two']);
});

test('a rollback to an image that is nowhere any more is refused, and what runs stays', async () => {
  const before = [await podIds(), await readHistory(target)];
  await forgetOnNodes(target, '1');
  await untagImage(imageOf(target, '1'));
  const refused = rollbackRelease(target, quietReport().report);
  await expect(refused).rejects.toThrow(/rollout-trial-life:1, .* is neither on the nodes nor/);
  expect([await podIds(), await readHistory(target)]).toEqual(before);
  await nameImage(target, '1');
});

test('two deploys at once take turns, and the second one says whom it waits for', async () => {
  const [first, second] = [quietReport(), quietReport()];
  await Promise.all([deploy('three', '1', first), deploy('four', '1', second)]);
  const lines = [...first.lines, ...second.lines].join('');
  expect(lines).toMatch(/waiting for \S+@\S+:\d+, which deploys since/);
  expect(await status()).toBe('deployed');
  const [answers] = await answering(target);
  expect(['three', 'four']).toContain(answers);
});

test('what was foreseen is looked at again when somebody else has deployed since', async () => {
  const foresight = foresee(target, trial(target, { version: 'later', tag: '1' }));
  await foresight.seen;
  const { revision } = await deploy('meanwhile', '1');
  const done = await deployForeseen(foresight, quietReport().report);
  expect(done).toMatchObject({ action: 'upgrade', revision: revision + 1 });
  expect(done.history.at(-1)).toMatchObject({ revision });
  expect(await answering(target)).toEqual(['later']);
});

test('a release that a killed deploy left pending, with its lock, is recovered by the next one', async () => {
  const program = join(import.meta.dirname, 'testing/deploy.ts');
  const args = [program, 'life', JSON.stringify({ version: 'killed', hookSeconds: 60 })];
  const child = spawn(process.execPath, args, { stdio: 'ignore', detached: true });
  await expect.poll(status, { timeout: 30_000 }).toBe('pending-upgrade');
  process.kill(-(child.pid ?? 0), 'SIGKILL');
  expect(await status()).toBe('pending-upgrade');
  const next = quietReport();
  await deploy('five', '1', next);
  expect(next.lines.join('')).toMatch(
    /cleaning up after revision \d+, which was left pending-upgrade/,
  );
  expect(await status()).toBe('deployed');
  expect(await answering(target)).toEqual(['five']);
});

test('what was changed by hand is brought back, also by helm', async () => {
  const { chart } = trial(target, { version: 'five' });
  const args = ['upgrade', target.release, chart, '--reuse-values', '--set', 'version=by-hand'];
  await helm(target, args);
  expect((await deploy('five')).reason).toMatch(/^revision \d+ was made by hand$/);

  const path = `${namespaced('apps/v1', target.namespace, 'deployments')}/app`;
  await apiOf(target).patch(path, { spec: { replicas: 0 } });
  expect(await deploy('five')).toMatchObject({ reason: 'Deployment app was scaled to 0' });
  expect(await answering(target)).toEqual(['five']);
  await apiOf(target).remove(`${namespaced('v1', target.namespace, 'services')}/app`);
  expect(await deploy('five')).toMatchObject({ reason: 'Service app is missing' });
  expect(await answering(target)).toEqual(['five']);
});
