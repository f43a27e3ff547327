import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { socketOf } from './engine-socket.ts';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'home-'));
});

afterEach(() => rmSync(home, { recursive: true }));

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
