import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ensureRegistryImage } from '@todo-chatbot/closed-network';
import { docker, loadImage, type ImageRef } from '@todo-chatbot/rollout';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { makeDirectories, readInstance, type Instance } from '../instance.ts';
import { removeRecord, writeRecord } from '../state.ts';
import { serveApi } from './double/api-server.ts';
import { findImageId } from '../attach/minikube.ts';
import { creationFlags, minikubeProvider } from './minikube.ts';

const reference = `minikube-double:${process.pid}`;
let dir: string;
let server: Server;
let instance: Instance;
let image: ImageRef;

const work = { note: () => undefined, log: '/dev/null' };
const provider = () => minikubeProvider(instance);
const profile = () => join(dir, `${instance.name}.json`);
const calls = () => readFileSync(join(dir, 'calls'), 'utf8').trimEnd().split('\n');

/** Puts the cluster into a state, as another program would. */
function become(state: string): void {
  const known = JSON.parse(readFileSync(profile(), 'utf8')) as object;
  writeFileSync(profile(), JSON.stringify({ ...known, state }));
}

async function created(): Promise<void> {
  await provider().up('absent', work);
  writeRecord(instance, { name: 'minikube' });
}

beforeAll(async () => {
  const context = mkdtempSync(join(tmpdir(), 'image-'));
  writeFileSync(join(context, 'Dockerfile'), 'FROM scratch\nCOPY Dockerfile /\n');
  await docker(['build', '--quiet', '--tag', reference, context]);
  rmSync(context, { recursive: true });
  const { stdout } = await docker(['image', 'inspect', '--format', '{{.Id}}', reference]);
  image = { reference, id: stdout.trim() };
});
afterAll(async () => {
  await docker(['rmi', reference], { mayFail: true });
});

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'minikube-'));
  mkdirSync(join(dir, 'bin'));
  symlinkSync(join(import.meta.dirname, 'double/minikube.mjs'), join(dir, 'bin/minikube'));
  vi.stubEnv('PATH', `${join(dir, 'bin')}${delimiter}${process.env.PATH}`);
  vi.stubEnv('DOUBLE_DIR', dir);
  const api = await serveApi();
  server = api.server;
  writeFileSync(join(dir, 'kubeconfig'), api.kubeconfig);
  const own = { TODO_INSTANCE: 'minikube-double', XDG_STATE_HOME: dir };
  instance = { ...readInstance(own), cacheDir: readInstance().cacheDir };
  makeDirectories(instance);
});
afterEach(() => {
  vi.unstubAllEnvs();
  server.close();
  rmSync(dir, { recursive: true });
});

test('a cluster is made with the flags that are asked for, under its own profile', async () => {
  expect(await provider().status()).toBe('absent');
  expect(await provider().up('absent', work)).toBe('minikube, Kubernetes 1.36.3, created');
  expect(await provider().status()).toBe('broken');
  writeRecord(instance, { name: 'minikube' });
  expect(await provider().status()).toBe('running');
  expect(calls()).toContainEqual(
    expect.stringMatching(
      /^--profile minikube-double start --driver=docker .*--ports=127\.0\.0\.1:8080:30080/,
    ),
  );
  for (const call of calls()) expect(call).toMatch(/^--profile minikube-double /);
});

test('the flags are fitted down to the machine', () => {
  const flags = (cpus: number, freeMiB: number) =>
    creationFlags({ port: 8080 }, { cpus, freeMiB }).filter((flag) => /cpus|memory/.test(flag));
  expect(flags(16, 64_000)).toEqual(['--cpus=4', '--memory=8192']);
  expect(flags(2, 5_000)).toEqual(['--cpus=2', '--memory=4000']);
  expect(creationFlags({ port: 1 }).join()).toMatch(/addons=ingress,metrics-server,dashboard/);
});

test('a stopped cluster is started again without the flags of a new one', async () => {
  await created();
  become('stopped');
  expect(await provider().status()).toBe('stopped');
  expect(await provider().up('stopped', work)).toContain('brought back with its data');
  expect(calls().at(-1)).not.toContain('--driver');
  expect(await provider().status()).toBe('running');
});

test('a paused cluster is woken', async () => {
  await created();
  become('paused');
  expect(await provider().status()).toBe('stopped');
  await provider().up('stopped', work);
  expect(calls()).toContain('--profile minikube-double unpause');
});

test('a cluster that was never finished is deleted before it is made anew', async () => {
  await created();
  removeRecord(instance);
  await provider().up(await provider().status(), work);
  expect(
    calls()
      .filter((call) => / (delete|start)/.test(call))
      .at(-2),
  ).toMatch(/ delete$/);
});

test('without the registry addon an image takes a piped save, and is there by its id', async () => {
  await created();
  const cluster = await provider().connect();
  expect(await cluster.imageId(instance.name, reference)).toBeUndefined();
  const loaded = await loadImage(cluster, image);
  expect(loaded).toMatchObject({ loaded: true, via: 'piped save', nodes: 1 });
  expect(loaded.bytes).toBeGreaterThan(0);
  expect(await loadImage(cluster, image)).toMatchObject({ loaded: false });
});

test('with the registry addon only what the registry lacks moves', async () => {
  await created();
  const registry = await ensureRegistryImage();
  // minikube publishes the node's registry port from the container of the profile's name.
  const args = ['--publish', '127.0.0.1::5000', '--name', instance.name, registry];
  await docker(['run', '--detach', '--rm', ...args]);
  try {
    writeFileSync(join(dir, 'registry'), image.id.replace('sha256:', ''));
    const cluster = await provider().connect();
    await expect
      .poll(() => cluster.load(image), { timeout: 30_000 })
      .toMatchObject({ via: 'registry', bytes: expect.any(Number) });
    expect(await cluster.imageId(instance.name, reference)).toBe(image.id);
    expect(await cluster.load(image)).toEqual({ via: 'registry', bytes: 0 });
  } finally {
    await docker(['rm', '--force', '--volumes', instance.name]);
  }
}, 300_000);

test('a stopped cluster refuses an image instead of swallowing it', async () => {
  await created();
  const cluster = await provider().connect();
  become('stopped');
  await expect(cluster.load(image)).rejects.toThrow('minikube-double is not running');
});

test('a load that ends well with another image on the node is found out', async () => {
  await created();
  const cluster = await provider().connect();
  const other = { reference, id: `sha256:${'0'.repeat(64)}` };
  await expect(loadImage(cluster, other)).rejects.toThrow('do not have it');
});

test('the image list is read with ids of either form, and an empty answer is nothing', () => {
  const list = JSON.stringify([
    { id: 'ab', repoTags: ['docker.io/library/app:1'] },
    { id: 'sha256:cd', repoTags: ['gcr.io/x/app:1'] },
    { id: 'ef', repoTags: null },
  ]);
  expect(findImageId(list, 'app:1')).toBe('sha256:ab');
  expect(findImageId(list, 'gcr.io/x/app:1')).toBe('sha256:cd');
  expect(findImageId('\n', 'app:1')).toBeUndefined();
});

test('a removed cluster is absent', async () => {
  await created();
  await provider().down(work);
  expect(await provider().status()).toBe('absent');
  expect(await provider().down(work)).toBe('no cluster there');
});

test('the double behaves like minikube where that hurts', async () => {
  await created();
  const minikube = (...args: string[]) => execFileSync('minikube', args, { encoding: 'utf8' });
  expect(minikube('--profile', instance.name, 'image', 'load', 'absent:1')).toContain(
    'was not found',
  );
  expect(() => minikube('image', 'ls')).toThrow(/Command failed/);
});
