import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { conclude, formatTable, type Finding } from './finding.ts';
import { checkProgram } from './programs.ts';

const cli = join(import.meta.dirname, '../cli.ts');
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'doctor-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const kind: Finding = {
  tool: 'kind',
  found: '0.33.0',
  wanted: '>= 0.33',
  verdict: 'ok',
  cure: 'npm start',
};

function program(name: string, output: string): string {
  const file = join(dir, name);
  writeFileSync(file, `#!/bin/sh\necho '${output}'\n`);
  chmodSync(file, 0o755);
  return file;
}

function check(file: string) {
  const rest = {
    versionArgs: ['version'],
    minimum: '1.26.4',
    otherwise: 'start' as const,
    cure: 'c',
  };
  return checkProgram({ tool: 't', places: [file], ...rest });
}

test('a program that is new enough is ok, with its version', async () => {
  const file = program('go', 'go version go1.27.0 linux/amd64');
  expect(await check(file)).toMatchObject({ found: '1.27.0', verdict: 'ok' });
});

test('a program that is too old or does not run is not', async () => {
  expect(await check(program('go', 'go version go1.19.8'))).toMatchObject({
    found: '1.19.8',
    verdict: 'start',
  });
  expect(await check(join(dir, 'absent'))).toMatchObject({ found: undefined, verdict: 'start' });
});

test('the table is aligned and gives a cure only where something is to do', () => {
  const helm: Finding = {
    ...kind,
    tool: 'helm',
    found: undefined,
    verdict: 'start',
    cure: 'npm start fetches it',
  };
  expect(formatTable([kind, helm]).split('\n')).toEqual([
    '    tool  found      wanted   what to do',
    ' ✓  kind  0.33.0     >= 0.33',
    ' +  helm  not found  >= 0.33  npm start fetches it',
  ]);
});

test('the conclusion names what a person has to see to first', () => {
  expect(conclude([kind])).toBe('Everything is there.');
  expect(conclude([kind, { ...kind, verdict: 'start' }])).toBe('npm start sees to: kind.');
  expect(conclude([{ ...kind, verdict: 'yours' }])).toContain('you have to see to: kind');
});

/** The doctor as typed, on a machine where nothing is found. */
function examine(): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { PATH: dir, HOME: dir, TODO_IMAGES: 'packages', DOCKER_HOST: `unix://${dir}/none` };
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, 'doctor', '--json'], { env }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

test('with every tool missing each one is listed with its cure, and the exit code tells', async () => {
  const { code, stdout, stderr } = await examine();
  expect(code).toBe(1);
  expect(stderr).toMatch(/Missing: .*buildkit/);
  const findings = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Finding);
  const missing = findings.filter(({ verdict }) => verdict !== 'ok').map(({ tool }) => tool);
  for (const tool of ['engine', 'buildkit', 'go', 'kubectl', 'helm', 'kind', 'minikube']) {
    expect(missing).toContain(tool);
  }
  for (const { cure } of findings) expect(cure).not.toBe('');
});
