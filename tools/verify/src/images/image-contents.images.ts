import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { docker, run } from '@todo-chatbot/rollout';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workspaceRoot } from '../nx.ts';
import { configOf, unpackLayers } from './image-files.ts';

const marker = 'planted-secret-that-must-not-travel';
const images: string[] = [];
const unpacked: string[] = [];
let root: string;
let base: string;

/** A workspace as the engine sees it, with secrets and packages planted wherever they could lie. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'image-contents-'));
  const folders = [
    '',
    'libs/shared',
    'libs/shared/src',
    ...['backend', 'frontend'].flatMap(inside),
  ];
  for (const folder of folders) {
    for (const file of ['.env', '.env.local', '.npmrc', '.git/config', 'tls.key']) {
      plant(join(folder, file));
    }
    if (!folder.endsWith('dist')) plant(join(folder, 'node_modules/left-pad/index.js'));
  }
  plant('apps/frontend/dist/node_modules/next/.env');
  for (const app of ['backend', 'frontend']) {
    const folder = `apps/${app}`;
    for (const file of ['Dockerfile', 'Dockerfile.dockerignore', 'container']) {
      cpSync(join(workspaceRoot, folder, file), join(root, folder, file), { recursive: true });
    }
  }
  write('apps/backend/dist/main.js', 'backend');
  for (const folder of ['packages', 'compiled-packages', 'migrations']) {
    write(`apps/backend/dist/${folder}/file`, folder);
  }
  write('apps/frontend/dist/apps/frontend/server.js', 'frontend');
  write('apps/frontend/dist/node_modules/next/index.js', 'next');
  write('base/Dockerfile', 'FROM scratch\nCOPY Dockerfile /base\n');
  base = await build('base', ['--file', join(root, 'base/Dockerfile'), join(root, 'base')]);
});

afterAll(async () => {
  await docker(['rmi', ...images], { mayFail: true });
  for (const folder of [root, ...unpacked]) rmSync(folder, { recursive: true });
});

function inside(app: string): string[] {
  return ['', 'src', 'public', 'dist'].map((folder) => join('apps', app, folder));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function plant(path: string): void {
  write(path, marker);
}

async function build(name: string, args: string[]): Promise<string> {
  const image = `todo-contents-test-${process.pid}-${name}`;
  await docker(['build', '--quiet', '--tag', image, ...args]);
  images.push(image);
  return image;
}

/** Unpacks an image into a folder that is removed in the end. */
async function unpack(image: string): Promise<{ folder: string; files: string[] }> {
  const { folder, files } = await unpackLayers(image);
  unpacked.push(folder);
  return { folder, files };
}

async function filesWithMarker(folder: string): Promise<string> {
  const { stdout } = await run('grep', ['-rl', marker, folder], { mayFail: true });
  return stdout;
}

const configs = {
  backend: {
    User: 'appuser',
    ExposedPorts: { '8000/tcp': {} },
    Cmd: ['node', 'main.js'],
    WorkingDir: '/app',
    Healthcheck: { Test: ['CMD', 'node', 'healthcheck.js'] },
  },
  frontend: {
    User: 'nextjs',
    ExposedPorts: { '3000/tcp': {} },
    Cmd: ['node', 'server.js'],
    WorkingDir: '/app/apps/frontend',
    Healthcheck: { Test: ['CMD', 'node', 'healthcheck.mjs'] },
  },
};

describe.each(['backend', 'frontend'] as const)('%s', (app) => {
  const wanted = { ...configs[app], Entrypoint: null, StopSignal: 'SIGTERM' };
  const dockerfile = () => join(root, 'apps', app, 'Dockerfile');

  test('no layer of the image holds a planted file, and it starts as it should', async () => {
    const args = ['--build-arg', 'APP_FROM=prebuilt', '--build-arg', `RUNTIME_IMAGE=${base}`];
    const image = await build(app, ['--file', dockerfile(), ...args, root]);
    const { folder, files } = await unpack(image);
    expect(files.some((file) => /(main|server)\.js$/.test(file))).toBe(true);
    expect(await filesWithMarker(folder)).toBe('');
    expect(await configOf(image)).toMatchObject(wanted);
  });

  test('the engine is not even given one to build from', async () => {
    // Everything that gets past the ignore file, in an image.
    write(`all/${app}/Dockerfile`, 'FROM scratch\nCOPY . /\n');
    copyFileSync(`${dockerfile()}.dockerignore`, join(root, 'all', app, 'Dockerfile.dockerignore'));
    const image = await build(`${app}-all`, ['--file', join(root, 'all', app, 'Dockerfile'), root]);
    const { folder, files } = await unpack(image);
    expect(files).toContain(`apps/${app}/container/passwd`);
    expect(await filesWithMarker(folder)).toBe('');
  });

  test('the marker would be found if it were there', async () => {
    write(`open/${app}/Dockerfile`, `FROM scratch\nCOPY apps/${app}/.env /\n`);
    const image = await build(`${app}-open`, [
      '--file',
      join(root, 'open', app, 'Dockerfile'),
      root,
    ]);
    const { folder } = await unpack(image);
    expect(await filesWithMarker(folder)).not.toBe('');
  });
});
