import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDigests } from './file-digests.ts';

let folder: string;
let memory: string;
let program: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'file-digests-'));
  memory = join(folder, 'deep/digests.json');
  program = join(folder, 'main.js');
  writeFileSync(program, 'main');
});

afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** What a process finds, and keeps for the next one. */
function digest(file: string | undefined = memory): string {
  const digests = openDigests(file);
  const found = digests.of(program, lstatSync(program));
  digests.keep();
  return found;
}

/** As if all files had been left alone for a while. */
const later = () => vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ['Date'] });

/** Puts a word into the memory that no file has, to see who believes it. */
function markMemory(): void {
  const text = readFileSync(memory, 'utf8');
  expect(text).toContain(sha256('main'));
  writeFileSync(memory, text.replace(sha256('main'), 'remembered'));
}

test('a file that was left alone is not read again', () => {
  later();
  expect(digest()).toBe(sha256('main'));
  markMemory();
  expect(digest()).toBe('remembered');
});

test('a change is seen, though size and time of the bytes are as before', () => {
  const { atime, mtime } = lstatSync(program);
  later();
  digest();
  writeFileSync(program, 'Main');
  utimesSync(program, atime, mtime);
  expect(digest()).toBe(sha256('Main'));
});

test('a file that has just changed is not remembered: it may change once more in the same moment', () => {
  expect(digest()).toBe(sha256('main'));
  expect(existsSync(memory)).toBe(false);
});

test('what is gone is forgotten', () => {
  later();
  digest();
  rmSync(program);
  program = join(folder, 'other.js');
  writeFileSync(program, 'other');
  digest();
  expect(readFileSync(memory, 'utf8')).not.toContain('main.js');
});

test.each(['', '{"', '[]', 'null'])('a memory that says %j is as good as none', (text) => {
  later();
  digest();
  writeFileSync(memory, text);
  expect(digest()).toBe(sha256('main'));
});

test('without a memory each file is read', () => {
  later();
  expect(openDigests(undefined).of(program, lstatSync(program))).toBe(sha256('main'));
});
