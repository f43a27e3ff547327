import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docker, run } from '@todo-chatbot/rollout';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { workspaceRoot } from '../nx.ts';
import { secretsInFolder, secretsInHistory } from './gitleaks.ts';
import { unpackLayers } from './image-files.ts';

/** Put together here, so that this file is not a finding itself; it opens nothing. */
const planted = `const token = "${['ghp', 'R4kZ8vQ2mX7bT1nY6wL3cJ9sD5fH0gP2aVuE'].join('_')}";\n`;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('no commit of this repository holds a secret', async () => {
  expect(await secretsInHistory(workspaceRoot)).toEqual([]);
});

test('a secret would be found in a commit, also when a later one took it out', async () => {
  const identity = ['-c', 'user.name=verify', '-c', 'user.email=verify@localhost'];
  const git = (...args: string[]) => run('git', [...identity, ...args], { cwd: folder });
  const file = join(folder, 'config.js');
  await git('init', '--quiet');
  for (const text of [planted, 'const token = "";\n']) {
    writeFileSync(file, text);
    await git('add', '--all');
    await git('commit', '--quiet', '--message=A change');
  }
  expect(await secretsInFolder(folder)).toEqual([]);
  expect(await secretsInHistory(folder)).toEqual([
    expect.stringMatching(/^github-pat config\.js:1 [0-9a-f]{12}$/),
  ]);
});

test('a secret would be found in a layer, also when a later one took it out', async () => {
  const image = `todo-secrets-test-${process.pid}`;
  const context = join(folder, 'context');
  mkdirSync(context);
  writeFileSync(join(context, 'config.js'), planted);
  writeFileSync(join(context, 'empty.js'), '');
  const lines = ['FROM scratch', 'COPY config.js /', 'COPY empty.js /config.js'];
  writeFileSync(join(context, 'Dockerfile'), lines.join('\n'));
  await docker(['build', '--quiet', '--tag', image, context]);
  const layers = await unpackLayers(image);
  await docker(['rmi', image]);
  expect(await secretsInFolder(layers.folder)).toEqual([
    expect.stringMatching(/^github-pat .*config\.js:1$/),
  ]);
  rmSync(layers.folder, { recursive: true });
});
