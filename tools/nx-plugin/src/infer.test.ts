import { expect, test } from 'vitest';
import type { TargetConfiguration } from '@nx/devkit';
import { infer } from './infer.ts';

const workspace: Record<string, string> = {
  'apps/backend/Dockerfile': '',
  'apps/backend/project.json': '{ "name": "backend" }',
  'apps/web/Dockerfile': '',
  'apps/web/project.json': '{ "name": "frontend" }',
  'apps/job/Dockerfile': '',
  'deploy/chart/Chart.yaml': '',
  'deploy/chart/values.yaml': 'image: { backend: {}, frontend: {}, sidecar: {} }',
};

interface Inferred {
  name?: string;
  tags?: string[];
  targets: Record<string, TargetConfiguration>;
}

function inferred(files: Record<string, string> = workspace): Record<string, Inferred> {
  const configs = Object.keys(files).filter((file) => /(Dockerfile|Chart\.yaml)$/.test(file));
  const results = infer(configs, (path) => files[path]);
  return Object.assign({}, ...results.map(([, { projects }]) => projects));
}

function dependsOn(root: string, target: string) {
  return inferred()[root]?.targets[target]?.dependsOn;
}

test('an app’s way is build, docker-build, minikube-load, and then the chart’s helm-deploy', () => {
  expect(dependsOn('apps/backend', 'docker-build')).toEqual(['build']);
  expect(dependsOn('apps/backend', 'minikube-load')).toEqual(['docker-build']);
  expect(dependsOn('apps/backend', 'deploy')).toEqual([
    { projects: ['chart'], target: 'helm-deploy' },
  ]);
});

test('helm-deploy waits for every app that the values name, by the name of its project', () => {
  expect(dependsOn('deploy/chart', 'helm-deploy')).toEqual([
    { projects: ['backend', 'frontend'], target: 'minikube-load' },
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

test('each target is a command that can be typed without Nx', () => {
  expect(inferred()['apps/web']?.targets['docker-build']?.command).toBe(
    'node tools/nx-plugin/src/tasks/docker-build.ts apps/web',
  );
});

test('a chart is the project `chart`, unless its project.json says otherwise', () => {
  expect(inferred()['deploy/chart']).toMatchObject({
    name: 'chart',
    tags: ['scope:deploy', 'type:chart'],
  });
  const named = inferred({ ...workspace, 'deploy/chart/project.json': '{ "name": "release" }' });
  expect(named['apps/backend']?.targets.deploy?.dependsOn).toEqual([
    { projects: ['release'], target: 'helm-deploy' },
  ]);
});

test('a chart without values deploys no app, and a workspace without charts has none', () => {
  const bare = { 'apps/backend/Dockerfile': '', 'deploy/chart/Chart.yaml': '' };
  expect(inferred(bare)['deploy/chart']?.targets['helm-deploy']?.dependsOn).toEqual([]);
  expect(
    inferred({ 'apps/backend/Dockerfile': '' })['apps/backend']?.targets.deploy,
  ).toBeUndefined();
});
