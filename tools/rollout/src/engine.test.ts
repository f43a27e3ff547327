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
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findDockerClient, parseVersions } from './engine.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'engine-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

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

test('without a client nothing is found', async () => {
  expect(await findDockerClient(folder)).toBeUndefined();
});

test('an answer that is not docker’s is no version', () => {
  expect(parseVersions('podman version 5')).toBeUndefined();
  expect(parseVersions('{}')).toBeUndefined();
});
