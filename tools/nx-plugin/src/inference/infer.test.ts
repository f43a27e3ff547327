import { expect, test } from 'vitest';
import type { TargetConfiguration } from '@nx/devkit';
import type { PluginOptions } from '../options.ts';
import { infer } from './infer.ts';

const workspace: Record<string, string> = {
  'apps/backend/Dockerfile': '',
  'apps/backend/project.json': '{ "name": "backend" }',
  'apps/web/Dockerfile': '',
  'apps/web/project.json': '{ "name": "frontend" }',
  'apps/job/Dockerfile': '',
  'deploy/chart/Chart.yaml': 'name: shop',
  'deploy/chart/values.yaml':
    'image: { backend: { repository: registry.local/api } }\nweb: { image: { repository: frontend } }\nsidecar: { repository: other }',
};

interface Inferred {
  name?: string;
  tags?: string[];
  targets: Record<string, TargetConfiguration>;
}

function inferred(
  files: Record<string, string> = workspace,
  options: PluginOptions = {},
): Record<string, Inferred> {
  const configs = Object.keys(files).filter((file) => /(Dockerfile|Chart\.yaml)$/.test(file));
  const results = infer(configs, { options, read: (path) => files[path] });
  return Object.assign({}, ...results.map(([, { projects }]) => projects));
}

function dependsOn(root: string, target: string) {
  return inferred()[root]?.targets[target]?.dependsOn;
}

test('an app’s image is built from its build, and loaded when it is built', () => {
  expect(dependsOn('apps/backend', 'docker-build')).toEqual(['build']);
  expect(dependsOn('apps/backend', 'minikube-load')).toEqual(['docker-build']);
  expect(dependsOn('apps/backend', 'deploy')).toEqual([
    { projects: ['chart'], target: 'helm-deploy' },
  ]);
});

test('helm-deploy waits for the build of every app that the values name, by the name of its project', () => {
  expect(dependsOn('deploy/chart', 'helm-deploy')).toEqual([
    { projects: ['backend', 'frontend'], target: 'build' },
  ]);
  expect(dependsOn('deploy/chart', 'deploy')).toEqual(['helm-deploy']);
});

test('an app that no chart names has an image and no deploy', () => {
  expect(Object.keys(inferred()['apps/job']?.targets ?? {})).toEqual([
    'docker-build',
    'docker-run',
    'minikube-load',
  ]);
});

test('no target is ever taken from the cache', () => {
  const targets = Object.values(inferred()).flatMap(({ targets }) => Object.values(targets));
  expect(targets.length).toBeGreaterThan(8);
  for (const target of targets) expect(target.cache).toBe(false);
});

test('an image is called as the chart calls it, else like its project', () => {
  const options = (root: string) => inferred()[root]?.targets['docker-build']?.options;
  expect(options('apps/backend')).toMatchObject({ repository: 'registry.local/api' });
  expect(options('apps/job')).toEqual({
    step: 'image',
    repository: 'job',
    context: 'apps/job',
    args: {},
  });
});

test('the engine is given the project’s folder, or the workspace where that is wanted', () => {
  const options = { context: 'workspace', args: { FROM: 'dist' }, environment: 'env.ts' } as const;
  expect(inferred(workspace, options)['apps/job']?.targets['docker-build']?.options).toMatchObject({
    context: '.',
    args: { FROM: 'dist' },
    environment: 'env.ts',
  });
});

test('a release is called like its chart, and knows where the values name each image', () => {
  expect(inferred()['deploy/chart']?.targets['helm-deploy']?.options).toMatchObject({
    release: 'shop',
    namespace: 'shop',
    images: { backend: ['image', 'backend'], frontend: ['web', 'image'] },
  });
  const named = inferred(workspace, { release: 'shop-dev', namespace: 'dev' });
  expect(named['deploy/chart']?.targets['helm-deploy']?.options).toMatchObject({
    release: 'shop-dev',
    namespace: 'dev',
  });
});

test('a project is called as Nx calls it: project.json, else package.json, else its folder', () => {
  const files = {
    'a/Dockerfile': '',
    'a/project.json': '{ "name": "one" }',
    'a/package.json': '{ "name": "two" }',
    'b/Dockerfile': '',
    'b/package.json': '{ "name": "@scope/three" }',
    'c/Dockerfile': '',
  };
  const found = inferred(files);
  expect(['a', 'b', 'c'].map((root) => found[root]?.name)).toEqual(['one', '@scope/three', 'c']);
  expect(found.b?.targets['docker-build']?.options).toMatchObject({ repository: 'three' });
});

test('a chart without values deploys no app, and a workspace without charts has none', () => {
  const bare = { 'apps/backend/Dockerfile': '', 'deploy/chart/Chart.yaml': '' };
  expect(inferred(bare)['deploy/chart']?.targets['helm-deploy']?.dependsOn).toEqual([]);
  expect(
    inferred({ 'apps/backend/Dockerfile': '' })['apps/backend']?.targets.deploy,
  ).toBeUndefined();
});
