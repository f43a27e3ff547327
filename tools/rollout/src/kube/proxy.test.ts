import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openApi } from './api.ts';
import { endProxies, proxySocket } from './proxy.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proxy-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A kubectl whose proxy answers everything with its own process number. */
function access(): Parameters<typeof proxySocket>[0] {
  const kubectl = join(folder, 'kubectl');
  const program = [
    `#!${process.execPath}`,
    "const at = process.argv.find((one) => one.startsWith('--unix-socket=')).slice(14);",
    "require('node:http').createServer((_, answer) => answer.end(JSON.stringify({ pid: process.pid })))",
    ".listen(at, () => console.log('Starting to serve on ' + at));",
  ];
  writeFileSync(kubectl, program.join('\n'));
  chmodSync(kubectl, 0o755);
  return { kubeconfig: folder, context: 'test', tools: { kubectl, helm: '' } };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('one proxy serves all requests of a process, and a new one when it has ended', async () => {
  const api = openApi(access());
  const first = await api.get<{ pid: number }>('/a');
  expect(await api.get('/b')).toEqual(first);
  process.kill(first?.pid ?? 0);
  await vi.waitUntil(async () => {
    const answer = await api.get<{ pid: number }>('/c').catch(() => undefined);
    return answer !== undefined && answer.pid !== first?.pid;
  }, 10_000);
});

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'the proxy and its socket go with the process, also when that is ended by %s',
  async (signal) => {
    const script = join(folder, 'owner.mts');
    const lines = [
      `import { openApi } from '${join(import.meta.dirname, 'api.ts')}';`,
      `import { proxySocket } from '${join(import.meta.dirname, 'proxy.ts')}';`,
      `const access = ${JSON.stringify(access())};`,
      "const answer = await openApi(access).get('/a');",
      'console.log(JSON.stringify({ ...answer, socket: await proxySocket(access) }));',
      "if (process.argv[2] === 'wait') setInterval(() => undefined, 1_000);",
    ];
    writeFileSync(script, lines.join('\n'));
    const owner = spawn(process.execPath, [script, 'wait'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const line = await new Promise<string>((resolve) => owner.stdout.once('data', resolve));
    const { pid, socket } = JSON.parse(String(line)) as { pid: number; socket: string };
    expect(isRunning(pid)).toBe(true);
    owner.kill(signal);
    await vi.waitUntil(() => !isRunning(pid) && !existsSync(dirname(socket)), 10_000);
  },
);

test('a process that is done ends by itself, and its proxy with it', async () => {
  const script = join(folder, 'owner.mts');
  const lines = [
    `import { openApi } from '${join(import.meta.dirname, 'api.ts')}';`,
    `console.log(JSON.stringify(await openApi(${JSON.stringify(access())}).get('/a')));`,
  ];
  writeFileSync(script, lines.join('\n'));
  const owner = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const { pid } = JSON.parse(await text(owner.stdout)) as { pid: number };
  await vi.waitUntil(() => !isRunning(pid), 10_000);
});

test('a process that lives on can end its proxy, and have another one later', async () => {
  const api = openApi(access());
  const first = await api.get<{ pid: number }>('/a');
  await endProxies();
  expect(isRunning(first?.pid ?? 0)).toBe(false);
  expect(await api.get<{ pid: number }>('/b')).not.toEqual(first);
});

test('a kubectl that does not start fails with its own words', async () => {
  const kubectl = join(folder, 'kubectl');
  writeFileSync(kubectl, '#!/bin/sh\necho "error: context is missing" >&2\nexit 1\n');
  chmodSync(kubectl, 0o755);
  const broken = { kubeconfig: folder, context: 'none', tools: { kubectl, helm: '' } };
  await expect(proxySocket(broken)).rejects.toMatchObject({
    message: expect.stringContaining('kubectl proxy'),
    tail: expect.stringContaining('context is missing'),
  });
});
