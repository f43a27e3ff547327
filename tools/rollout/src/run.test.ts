import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { run } from './run.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'run-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const shell = (script: string) => ['-c', script];

test('a program is given its input and an environment that adds to ours', async () => {
  const script = 'cat; echo " $ADDED"; test -n "$PATH"';
  expect(
    await run('sh', shell(script), { input: 'in', env: { ADDED: 'more' }, cwd: folder }),
  ).toEqual({
    stdout: 'in more',
    stderr: '',
    exitCode: 0,
  });
});

test('a program that fails is told with its exit code and its last words, unless it may fail', async () => {
  const script = shell('echo out; echo words >&2; exit 3');
  await expect(run('sh', script)).rejects.toMatchObject({
    message: 'sh -c ended with exit code 3.',
    tail: expect.stringContaining('words'),
  });
  expect(await run('sh', script, { mayFail: true })).toEqual({
    stdout: 'out',
    stderr: 'words',
    exitCode: 3,
  });
});

test('a program that was ended from outside names the signal', async () => {
  await expect(run('sh', shell('kill -TERM $$'))).rejects.toThrow('ended with SIGTERM');
});

test('a program that is missing is a failure, also of one that may fail', async () => {
  const missing = run('no-such-program', [], { mayFail: true, onLine: () => undefined });
  await expect(missing).rejects.toThrow('no-such-program is not installed or not on PATH.');
});

test('a program that takes too long is ended, also one that may fail', async () => {
  const slow = run('sleep', ['600'], { timeout: 50, mayFail: true });
  await expect(slow).rejects.toThrow('sleep 600 did not finish in time.');
});

test('each line is told and logged, the last one also without its end', async () => {
  const lines: string[] = [];
  const log = join(folder, 'log');
  const script = shell('echo one; printf two');
  const { stdout } = await run('sh', script, { log, onLine: (line) => lines.push(line) });
  expect(lines).toEqual(['one', 'two']);
  expect(stdout).toBe('one\ntwo');
  expect(readFileSync(log, 'utf8')).toBe('\n$ sh -c echo one; printf two\none\ntwo\n');
});

test('a program that is at work ends with the process that runs it', async () => {
  const script = `
    import { run } from ${JSON.stringify(join(import.meta.dirname, 'run.ts'))};
    void run('sh', ['-c', 'echo $$; exec sleep 600'], {
      onLine: (line) => process.stdout.write(line, () => process.exit()),
    });`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script]);
  expect(Number(stdout)).toBeGreaterThan(0);
  await vi.waitFor(() => expect(() => process.kill(Number(stdout), 0)).toThrow('ESRCH'), 10_000);
});
