import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { nx, workspaceRoot } from '../nx.ts';
import { secretsInFolder } from './gitleaks.ts';
import { configOf, exportFiles, sizeOf, unpackLayers } from './image-files.ts';

const log = join(workspaceRoot, 'test-output/images.log');
const megabyte = 1e6;
const shells = ['sh', 'ash', 'bash', 'busybox', 'csh', 'dash', 'fish', 'ksh', 'tcsh', 'zsh'];
const managers = ['apk', 'apt', 'apt-get', 'corepack', 'dnf', 'dpkg', 'npm', 'npx', 'pip'];
managers.push('pip3', 'pnpm', 'rpm', 'yarn', 'yum');

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

function manifest(file: string): Manifest {
  return JSON.parse(readFileSync(join(workspaceRoot, file), 'utf8')) as Manifest;
}

/** What any workspace only develops with, unless the app itself needs it to run. */
function developmentOnly(app: string): string[] {
  const workspaces = globSync('{apps,libs,tools}/*/package.json', { cwd: workspaceRoot });
  const all = ['package.json', ...workspaces].map(manifest);
  const names = all.flatMap(({ devDependencies = {} }) => Object.keys(devDependencies));
  const needed = Object.keys(manifest(`apps/${app}/package.json`).dependencies ?? {});
  return [...new Set(names)].filter((name) => !needed.includes(name)).sort();
}

/** The programs of that name in any folder of programs. */
function programs(files: readonly string[], names: readonly string[]): string[] {
  return files.filter((file) => {
    const [name = '', folder = ''] = file.split('/').reverse();
    return /^s?bin$/.test(folder) && names.includes(name);
  });
}

function packages(files: readonly string[], names: readonly string[]): string[] {
  return files.filter((file) => names.some((name) => file.includes(`node_modules/${name}/`)));
}

const uid = 1001;
const wanted = {
  backend: { user: 'appuser', port: '8000/tcp' },
  frontend: { user: 'nextjs', port: '3000/tcp' },
};

beforeAll(async () => {
  await nx(['run-many', '-t', 'docker-build'], { log });
}, 15 * 60_000);

describe.each(['backend', 'frontend'] as const)('the final image of the %s', (app) => {
  let image: string;
  let files: string[];
  let passwd: string;

  beforeAll(async () => {
    image = `todo-${app}:latest`;
    const exported = await exportFiles(image, ['etc/passwd']);
    files = exported.files;
    passwd = exported.texts[0] ?? '';
  });

  test('holds the app, no shell and no package manager', () => {
    expect(files.some((file) => /(main|server)\.js$/.test(file))).toBe(true);
    expect(programs(files, ['node'])).toEqual(['nodejs/bin/node']);
    expect(programs(files, [...shells, ...managers])).toEqual([]);
    expect(packages(files, managers)).toEqual([]);
  });

  test('holds nothing that is only developed with', () => {
    const names = developmentOnly(app);
    expect(names).toEqual(expect.arrayContaining(['typescript', 'vitest', 'eslint']));
    expect(packages(files, names)).toEqual([]);
  });

  test('takes at most 150 MB', async () => {
    expect(await sizeOf(image)).toBeLessThanOrEqual(150 * megabyte);
  });

  test('runs as a user that is not root, and says its port and how to ask for its health', async () => {
    const { user, port } = wanted[app];
    const config = await configOf(image);
    expect(config.User).toBe(user);
    expect(passwd).toMatch(new RegExp(`^${user}:[^:]*:${uid}:${uid}:`, 'm'));
    expect(Object.keys(config.ExposedPorts ?? {})).toEqual([port]);
    expect(config.Healthcheck?.Test.slice(0, 2)).toEqual(['CMD', 'node']);
  });

  test('holds no secret in any of its layers', async () => {
    const { folder } = await unpackLayers(image);
    expect(await secretsInFolder(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});

test('a shell, a package manager and a compiler would be found', () => {
  const files = ['bin/sh', 'usr/local/bin/npm', 'app/node_modules/typescript/package.json'];
  expect(programs(files, shells)).toEqual(['bin/sh']);
  expect(programs(files, managers)).toEqual(['usr/local/bin/npm']);
  expect(packages(files, developmentOnly('backend'))).toEqual([files[2]]);
});
