import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { load } from 'js-yaml';
import { ensureSecrets } from './secrets.ts';

let dir: string;
let file: string;
const secrets = () => (load(readFileSync(file, 'utf8')) as { secrets: object }).secrets;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'secrets-'));
  file = join(dir, 'secrets.yaml');
});
afterEach(() => rmSync(dir, { recursive: true }));

test('what the chart requires is generated, readable by its owner only', () => {
  expect(ensureSecrets(file)).toEqual(['jwtSecret', 'betterAuthSecret', 'postgresPassword']);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  for (const value of Object.values(secrets())) expect(value).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(Object.values(secrets())).size).toBe(3);
});

test('a second call changes nothing', () => {
  ensureSecrets(file);
  const before = secrets();
  expect(ensureSecrets(file)).toEqual([]);
  expect(secrets()).toEqual(before);
});

test('keys that a person added are kept, and a mode that is too open is closed', () => {
  writeFileSync(file, 'secrets: { openaiApiKey: mine, jwtSecret: set }\n', { mode: 0o644 });
  expect(ensureSecrets(file)).toEqual(['betterAuthSecret', 'postgresPassword']);
  expect(secrets()).toMatchObject({ openaiApiKey: 'mine', jwtSecret: 'set' });
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a broken file is reported without its content', () => {
  writeFileSync(file, 'secrets: { jwtSecret: "hidden\n');
  expect(() => ensureSecrets(file)).toThrow(/not valid YAML/);
  expect(() => ensureSecrets(file)).not.toThrow(/hidden/);
});
