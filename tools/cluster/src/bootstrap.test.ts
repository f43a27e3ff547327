import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const bootstrap = join(import.meta.dirname, '../../bootstrap.mjs');
let root: string;

/** A workspace with one package, which npm can install without a network. */
function writeLock(version: string, resolved = 'own'): void {
  const dependencies = { own: 'file:own' };
  const packages = {
    '': { name: 'workspace', dependencies },
    own: { version },
    'node_modules/own': { resolved, link: true },
  };
  writeFileSync(join(root, 'package.json'), JSON.stringify({ name: 'workspace', dependencies }));
  writeFileSync(join(root, 'own/package.json'), JSON.stringify({ name: 'own', version }));
  const lock = { name: 'workspace', lockfileVersion: 3, requires: true, packages };
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock));
}

function call(...args: string[]) {
  const env = {
    ...process.env,
    npm_config_registry: 'http://127.0.0.1:9',
    npm_config_fetch_retries: '0',
  };
  return spawnSync(process.execPath, [join(root, 'tools/bootstrap.mjs'), ...args], {
    env,
    encoding: 'utf8',
  });
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bootstrap-'));
  mkdirSync(join(root, 'tools'));
  mkdirSync(join(root, 'own'));
  copyFileSync(bootstrap, join(root, 'tools/bootstrap.mjs'));
  writeFileSync(
    join(root, 'script.ts'),
    'const [code = "0", ...rest]: string[] = process.argv.slice(2);\nprocess.stdout.write(rest.join("|"));\nprocess.exit(Number(code));\n',
  );
  writeLock('1.0.0');
});
afterEach(() => rmSync(root, { recursive: true }));

test('the first call installs, the second does not, a changed lock file installs again', () => {
  const first = call('script.ts', '3', 'a b', '--flag');
  expect(first).toMatchObject({ status: 3, stdout: 'a b|--flag' });
  expect(first.stderr).toContain('npm ci');
  expect(existsSync(join(root, 'node_modules/own'))).toBe(true);
  expect(call('script.ts')).toMatchObject({ status: 0, stderr: '' });
  writeLock('1.0.1');
  rmSync(join(root, 'node_modules'), { recursive: true });
  expect(call('script.ts').stderr).toContain('npm ci');
});

test('a registry that cannot be reached is told as that, and nothing runs', () => {
  const lock = {
    name: 'workspace',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: 'workspace', dependencies: { far: '1.0.0' } },
      'node_modules/far': { version: '1.0.0', resolved: 'http://127.0.0.1:9/far/-/far-1.0.0.tgz' },
    },
  };
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock));
  writeFileSync(
    join(root, 'package.json'),
    JSON.stringify({ name: 'workspace', dependencies: { far: '1.0.0' } }),
  );
  const { status, stdout, stderr } = call('script.ts', '0', 'ran');
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain('could not reach the package registry');
  expect(stderr).toContain('What to do:');
});

test('a signal reaches the script, whose own exit is passed on', async () => {
  writeFileSync(
    join(root, 'script.ts'),
    'process.on("SIGTERM", () => process.exit(7));\nsetInterval(() => {}, 1000);\nprocess.stdout.write("up");\n',
  );
  const child = spawn(process.execPath, [join(root, 'tools/bootstrap.mjs'), 'script.ts']);
  await new Promise((resolve) => child.stdout.once('data', resolve));
  child.kill('SIGTERM');
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(7);
});
