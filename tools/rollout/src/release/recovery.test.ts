import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Failure } from '../failure.ts';
import type { Cluster } from '../cluster.ts';
import { ApiServer } from '../kube/double/api-server.ts';
import { observedPaths, targetOn } from './fixtures.ts';
import type { Revision } from './history.ts';
import { recover, takeBack } from './recovery.ts';
import type { Target } from './target.ts';

const secrets = '/api/v1/namespaces/ns/secrets';
let folder: string;
let server: ApiServer;
let target: Target;

/** A helm that writes down how it was called. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'recovery-'));
  const helm = join(folder, 'helm');
  writeFileSync(helm, `#!/bin/sh\necho "$*" >> ${folder}/helm.calls\n`);
  chmodSync(helm, 0o755);
  server = await new ApiServer().start();
  const cluster = { kubeconfig: 'config', context: 'test', tools: { helm } } as unknown as Cluster;
  target = targetOn(server, cluster);
  server.know(secrets, ...Object.values(observedPaths('ns')));
});

afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

function revision(number: number, status: string, complete: boolean): Revision {
  return { revision: number, status, inputs: {}, complete };
}

/** Helm's records, which consist of nothing. */
function recorded(...history: Revision[]): Revision[] {
  for (const { metadata } of server.objects(secrets)) server.remove(secrets, metadata.name);
  const release = gzipSync(JSON.stringify({ manifest: '' })).toString('base64');
  const data = { release: Buffer.from(release).toString('base64') };
  for (const { revision, status, complete } of history) {
    const name = `sh.helm.release.v1.todo.v${revision}`;
    const state = complete ? 'complete' : 'started';
    const version = String(revision);
    const ours = { 'rollout.nx/state': state, 'rollout.nx/revision': version };
    const labels = { version, status, ...ours };
    server.put(secrets, { metadata: { name, labels }, data } as Parameters<typeof server.put>[1]);
  }
  return history;
}

/** What helm was told to change: verb and what follows the release's name. */
function changes(): string[] {
  try {
    const calls = readFileSync(join(folder, 'helm.calls'), 'utf8').trim().split('\n');
    return calls
      .filter((call) => /^(rollback|uninstall)/.test(call))
      .map((call) => call.replace(/ --kubeconfig.* todo/, ' todo').replace(/ --.*/, ''));
  } catch {
    return [];
  }
}

const note = () => undefined;
const broken = new Failure({ what: 'It crashes.', cure: 'correct it' });

test('a pending revision is rolled back to the newest one that ran', async () => {
  await recover(
    target,
    recorded(
      revision(1, 'superseded', true),
      revision(2, 'superseded', false),
      revision(3, 'pending-upgrade', false),
    ),
    note,
  );
  expect(changes()).toEqual(['rollback todo 1']);
});

test('a pending first install is removed', async () => {
  await recover(target, recorded(revision(1, 'pending-install', false)), note);
  expect(changes()).toEqual(['uninstall todo']);
});

test('a removal that was killed is brought to its end, whatever ran before', async () => {
  const history = recorded(revision(1, 'superseded', true), revision(2, 'uninstalling', true));
  await recover(target, history, note);
  expect(changes()).toEqual(['uninstall todo']);
});

test('a failed revision is cleaned up when there is one to go back to, and kept when not', async () => {
  await recover(target, recorded(revision(1, 'failed', false)), note);
  expect(changes()).toEqual([]);
  await recover(
    target,
    recorded(revision(1, 'deployed', true), revision(2, 'failed', false)),
    note,
  );
  expect(changes()).toEqual(['rollback todo 1']);
});

test('a release that is deployed is left alone', async () => {
  const history = recorded(revision(1, 'deployed', true));
  expect(await recover(target, history, note)).toBe(history);
  expect(changes()).toEqual([]);
});

test('a new revision that does not come up is taken back, and the error says what serves now', async () => {
  const before = [revision(4, 'deployed', true)];
  recorded(revision(4, 'superseded', true), revision(5, 'deployed', false));
  const error = await takeBack(target, before, broken);
  expect(changes()).toEqual(['rollback todo 4']);
  expect(error).toMatchObject({
    message: 'It crashes.',
    cure: expect.stringContaining('went back to revision 4, which keeps serving'),
  });
});

test('a first release that does not come up is removed', async () => {
  recorded(revision(1, 'deployed', false));
  const error = await takeBack(target, [], broken);
  expect(changes()).toEqual(['uninstall todo']);
  expect(error).toMatchObject({ cure: expect.stringContaining('removed the release') });
});

test('an error before a revision was made changes nothing', async () => {
  const before = recorded(revision(4, 'deployed', true));
  expect(await takeBack(target, before, broken)).toBe(broken);
  recorded();
  expect(await takeBack(target, [], broken)).toBe(broken);
  expect(changes()).toEqual([]);
});
