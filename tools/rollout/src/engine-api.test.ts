import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readStreams, socketOf } from './engine-api.ts';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'home-'));
});

afterEach(() => rmSync(home, { recursive: true }));

function frame(stream: number, text: string): Buffer {
  const head = Buffer.alloc(8);
  head[0] = stream;
  head.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([head, Buffer.from(text)]);
}

test('what a program writes to its two streams is told apart', () => {
  const output = Buffer.concat([frame(1, 'one '), frame(2, 'oops'), frame(1, 'twö')]);
  expect(readStreams(output)).toEqual({ stdout: 'one twö', stderr: 'oops' });
  expect(readStreams(Buffer.alloc(0))).toEqual({ stdout: '', stderr: '' });
});

test('the engine is asked at its socket, as the client finds it', () => {
  expect(socketOf({}, home)).toBe('/var/run/docker.sock');
  expect(socketOf({ DOCKER_HOST: 'unix:///run/user/1/docker.sock' }, home)).toBe(
    '/run/user/1/docker.sock',
  );
});

test('an engine elsewhere, and one of another context, is reached through the client', () => {
  expect(socketOf({ DOCKER_HOST: 'ssh://builder' }, home)).toBeUndefined();
  expect(socketOf({ DOCKER_CONTEXT: 'desktop-linux' }, home)).toBeUndefined();
  mkdirSync(join(home, '.docker'));
  writeFileSync(join(home, '.docker/config.json'), '{ "currentContext": "colima" }');
  expect(socketOf({}, home)).toBeUndefined();
});
