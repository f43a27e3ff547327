import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findDockerClient, parseVersions } from './engine.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'engine-'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** A docker that says which version it is, with or without an engine and buildx. */
function client(name: string, { version, engine, buildx }: Record<string, string | undefined>) {
  const answer = JSON.stringify({
    Client: { Version: version },
    Server: engine && { Version: engine },
  });
  const script = [
    '#!/bin/sh',
    `if [ "$1" = buildx ]; then exit ${buildx ? 0 : 1}; fi`,
    `echo '${answer}'`,
    engine ? '' : 'echo "Cannot connect" >&2; exit 1',
  ].join('\n');
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'docker'), script);
  chmodSync(join(folder, name, 'docker'), 0o755);
  return join(folder, name);
}

test('a newer client without buildx is passed over for an older one that can build', async () => {
  const newer = client('newer', { version: '28.2.0', engine: '20.10.24' });
  const older = client('older', { version: '20.10.24+dfsg1', engine: '20.10.24' });
  const found = await findDockerClient([newer, older].join(delimiter));
  expect(found).toMatchObject({ path: join(older, 'docker'), builder: 'built-in' });
});

test('a newer client with buildx is taken', async () => {
  const newer = client('newer', { version: '29.1.0', engine: '29.1.0', buildx: 'yes' });
  expect(await findDockerClient(newer)).toMatchObject({ builder: 'buildx', engine: '29.1.0' });
});

test('a client to which two folders of PATH lead is asked once', async () => {
  const one = client('one', { version: '20.10.24', engine: '20.10.24' });
  appendFileSync(join(one, 'docker'), `echo "$1" >> '${join(folder, 'asked')}'\n`);
  symlinkSync(one, join(folder, 'other'));
  const found = await findDockerClient([one, join(folder, 'other')].join(delimiter));
  expect(found?.path).toBe(join(one, 'docker'));
  expect(readFileSync(join(folder, 'asked'), 'utf8')).toBe('version\n');
});

test('a client without an engine is found and says what is wrong', async () => {
  const lonely = client('lonely', { version: '20.10.24' });
  const found = await findDockerClient(lonely);
  expect(found).toMatchObject({ engine: undefined, problem: 'Cannot connect' });
});

/** What a process of its own finds, with an engine at a socket of this machine. */
async function findAnew(path: string) {
  vi.resetModules();
  vi.stubEnv('PATH', path);
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
  vi.stubEnv('DOCKER_HOST', `unix://${folder}/docker.sock`);
  return (await import('./engine.ts')).findDocker();
}

/** A client that notes each time that it is asked which version it is. */
function noting(name: string, about: Record<string, string | undefined>) {
  const path = client(name, about);
  appendFileSync(join(path, 'docker'), `echo asked >> '${join(folder, 'asked')}'\n`);
  return path;
}
const timesAsked = () => readFileSync(join(folder, 'asked'), 'utf8').split('\n').length - 1;

test('the clients are not asked again by the next process', async () => {
  const one = noting('one', { version: '20.10.24', engine: '20.10.24' });
  const first = await findAnew(one);
  expect(await findAnew(one)).toEqual(first);
  expect(timesAsked()).toBe(1);
});

test('the clients are asked again when one is new, the engine is, or a build has failed', async () => {
  const one = noting('one', { version: '20.10.24', engine: '20.10.24' });
  await findAnew(one);
  const other = noting('other', { version: '29.1.0', engine: '29.1.0', buildx: 'yes' });
  const found = await findAnew([other, one].join(delimiter));
  expect([found.path, timesAsked()]).toEqual([join(other, 'docker'), 3]);
  writeFileSync(join(folder, 'docker.sock'), '');
  await findAnew(one);
  expect(timesAsked()).toBe(4);
  (await import('./engine.ts')).forgetDocker();
  await findAnew(one);
  expect(timesAsked()).toBe(5);
});

test('an engine that does not answer is not remembered', async () => {
  const one = noting('one', { version: '20.10.24' });
  await expect(findAnew(one)).rejects.toThrow('does not answer');
  rmSync(join(folder, 'one'), { recursive: true });
  const again = client('one', { version: '20.10.24', engine: '20.10.24' });
  expect((await findAnew(again)).engine).toBe('20.10.24');
});

test('without a client nothing is found', async () => {
  expect(await findDockerClient(folder)).toBeUndefined();
});

test('an answer that is not docker’s is no version', () => {
  expect(parseVersions('podman version 5')).toBeUndefined();
  expect(parseVersions('{}')).toBeUndefined();
});
