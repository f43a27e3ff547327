import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { foreignRuntimes, mayHaveSysResource } from './oci-runtime.ts';

const wrapper = join(import.meta.dirname, 'runc-without-sys-resource.sh');
let dir: string;

/** Runs the wrapper with a runc that prints its arguments. */
function call(...args: string[]): string[] {
  const env = { PATH: `${dir}:${process.env.PATH}` };
  return execFileSync(wrapper, args, { env, encoding: 'utf8' }).trimEnd().split('\n');
}

function config(capabilities: object) {
  return {
    process: {
      args: ['echo', 'CAP_SYS_RESOURCE', '"capabilities":{"bounding":["CAP_SYS_RESOURCE"]}'],
      capabilities,
      rlimits: [{ type: 'RLIMIT_NOFILE', hard: 1, soft: 1 }],
    },
    annotations: {},
  };
}

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'runtime-'));
  writeFileSync(join(dir, 'runc'), '#!/bin/sh\nprintf "%s\\n" "$@"\n');
  chmodSync(join(dir, 'runc'), 0o755);
});
afterEach(() => rmSync(dir, { recursive: true }));

test('bit 24 of the bounding set decides', () => {
  expect(mayHaveSysResource('CapBnd:\t000001fffeffffff\n')).toBe(false);
  expect(mayHaveSysResource('CapBnd:\t000001ffffffffff\n')).toBe(true);
  expect(mayHaveSysResource('')).toBe(true);
});

test.each([0, 2])('create loses the capability and nothing else (indent %i)', (indent) => {
  const before = config({
    bounding: ['CAP_SYS_RESOURCE', 'CAP_KILL'],
    effective: ['CAP_KILL', 'CAP_SYS_RESOURCE'],
    permitted: ['CAP_KILL', 'CAP_SYS_RESOURCE', 'CAP_CHOWN'],
    inheritable: ['CAP_SYS_RESOURCE'],
    ambient: [],
  });
  writeFileSync(join(dir, 'config.json'), JSON.stringify(before, null, indent));
  call('--root', '/r', 'create', '--bundle', dir, '--pid-file', 'p', 'id');
  expect(JSON.parse(readFileSync(join(dir, 'config.json'), 'utf8'))).toEqual(
    config({
      bounding: ['CAP_KILL'],
      effective: ['CAP_KILL'],
      permitted: ['CAP_KILL', 'CAP_CHOWN'],
      inheritable: [],
      ambient: [],
    }),
  );
});

test('a limit of 2^64 - 1 keeps its digits', () => {
  const file = join(dir, 'config.json');
  writeFileSync(
    file,
    '{"process":{"capabilities":{"bounding":["CAP_SYS_RESOURCE"]}},"hard":18446744073709551615}',
  );
  call('run', `--bundle=${dir}`, 'id');
  expect(readFileSync(file, 'utf8')).toBe(
    '{"process":{"capabilities":{"bounding":[]}},"hard":18446744073709551615}',
  );
});

test('exec changes the process file', () => {
  const file = join(dir, 'process.json');
  writeFileSync(file, '{"capabilities":{"bounding":["CAP_KILL","CAP_SYS_RESOURCE"]},"cwd":"/"}');
  call('exec', '--process', file, '--detach', 'id');
  expect(readFileSync(file, 'utf8')).toBe('{"capabilities":{"bounding":["CAP_KILL"]},"cwd":"/"}');
});

test('other commands go to runc as they are', () => {
  expect(call('--log-format', 'json', 'kill', '--all', 'a b', '9')).toEqual([
    '--log-format',
    'json',
    'kill',
    '--all',
    'a b',
    '9',
  ]);
});

test('runtimes by which containers were made are known by their names', () => {
  const configs = [
    '{"Runtime":"theirs"}',
    '{"Runtime":"runc"}',
    '{"Runtime":"theirs"}',
    'broken',
    '{}',
  ];
  configs.forEach((config, index) => {
    mkdirSync(join(dir, String(index)));
    writeFileSync(join(dir, String(index), 'hostconfig.json'), config);
  });
  expect(foreignRuntimes(dir)).toEqual(['theirs']);
  expect(foreignRuntimes(join(dir, 'absent'))).toEqual([]);
});
