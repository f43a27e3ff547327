import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ApiServer } from '../kube/double/api-server.ts';
import { targetOn } from './fixtures.ts';
import { adoptNewest, markComplete, readHistory, recordArgument, stillStands } from './history.ts';
import { storedObjects } from './stored.ts';
import type { Target } from './target.ts';

const secrets = '/api/v1/namespaces/ns/secrets';
let server: ApiServer;
let target: Target;

beforeEach(async () => {
  server = await new ApiServer().start();
  target = targetOn(server);
});
afterEach(() => server.stop());

/** A revision as Helm and we have labelled it. */
function record(version: number, labels: Record<string, string>, data?: unknown): void {
  const metadata = {
    name: `sh.helm.release.v1.todo.v${version}`,
    labels: { owner: 'helm', version: String(version), ...labels },
  };
  server.put(secrets, { metadata, data } as Parameters<typeof server.put>[1]);
}

function recordFour(): void {
  record(10, {
    ...{ status: 'deployed', 'rollout.nx/state': 'complete', 'rollout.nx/revision': '10' },
    'rollout.nx/input.backend': 'aaa',
  });
  const started = { 'rollout.nx/state': 'started', 'rollout.nx/revision': '9' };
  record(9, { status: 'superseded', ...started });
  record(2, { status: 'superseded' });
  record(1, { status: 'failed' });
}

test('revisions come in the order of their numbers, with their inputs', async () => {
  recordFour();
  const history = await readHistory(target);
  expect(history.map(({ revision }) => revision)).toEqual([1, 2, 9, 10]);
  expect(history.at(-1)).toEqual({
    revision: 10,
    status: 'deployed',
    inputs: { backend: 'aaa' },
    complete: true,
  });
});

test('a revision is safe to go back to when it was seen ready, or was made by hand and ran', async () => {
  recordFour();
  const complete = (await readHistory(target)).filter((one) => one.complete);
  expect(complete.map(({ revision }) => revision)).toEqual([2, 10]);
});

test('what Helm has carried over to a revision that somebody made by hand does not count', async () => {
  const carried = { 'rollout.nx/input.backend': 'aaa', 'rollout.nx/revision': '10' };
  record(11, { status: 'deployed', 'rollout.nx/state': 'started', ...carried });
  expect((await readHistory(target)).at(-1)).toMatchObject({ inputs: {}, complete: true });
  await adoptNewest(target);
  expect((await readHistory(target)).at(-1)).toMatchObject({
    inputs: { backend: 'aaa' },
    complete: false,
  });
});

test('a revision that was seen ready is marked, and stays what it was', async () => {
  recordFour();
  await markComplete(target, 9);
  expect((await readHistory(target)).find(({ revision }) => revision === 9)).toMatchObject({
    status: 'superseded',
    complete: true,
  });
});

test('no release gives no history', async () => {
  server.know(secrets);
  expect(await readHistory(target)).toEqual([]);
});

test('what is recorded starts anew and takes off what is no input any more', () => {
  const last = { revision: 6, status: 'deployed', complete: true };
  expect(recordArgument({ chart: '1' }, { ...last, inputs: { chart: '0', values: '2' } })).toBe(
    [
      ...['rollout.nx/input.chart=1', 'rollout.nx/input.values=null'],
      ...['rollout.nx/revision=7', 'rollout.nx/state=started'],
    ].join(),
  );
  expect(recordArgument({}, undefined)).toBe('rollout.nx/revision=1,rollout.nx/state=started');
});

test('what a revision consists of is read out of Helm’s record', async () => {
  const manifest = '---\napiVersion: v1\nkind: Service\nmetadata: { name: backend-service }\n';
  const compressed = gzipSync(JSON.stringify({ name: 'todo', manifest })).toString('base64');
  record(3, { status: 'deployed' }, { release: Buffer.from(compressed).toString('base64') });
  expect(await storedObjects(target, 3)).toEqual([
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'backend-service' } },
  ]);
  await expect(storedObjects(target, 4)).rejects.toThrow('record of revision 4 of todo is gone');
});

test('a history stands until a revision comes, changes or goes', async () => {
  recordFour();
  const history = await readHistory(target);
  expect(await stillStands(target, history)).toBe(true);
  record(11, { status: 'pending-upgrade' });
  expect(await stillStands(target, history)).toBe(false);
  const longer = await readHistory(target);
  expect(await stillStands(target, longer)).toBe(true);
  record(11, { status: 'failed' });
  expect(await stillStands(target, longer)).toBe(false);
  server.remove(secrets, 'sh.helm.release.v1.todo.v11');
  expect(await stillStands(target, longer)).toBe(false);
});

test('of no history nobody knows whether it stands', async () => {
  server.know(secrets);
  expect(await stillStands(target, await readHistory(target))).toBe(false);
});
