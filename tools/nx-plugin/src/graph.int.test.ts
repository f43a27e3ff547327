import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nx } from './testing/nx.ts';

interface Target {
  executor?: string;
  cache?: boolean;
}

interface Graph {
  graph: { nodes: Record<string, { data: { targets: Record<string, Target> } }> };
  tasks: { dependencies: Record<string, string[]> };
}

let folder: string;
let dependencies: Record<string, string[]>;
let targets: Record<string, Record<string, Target>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nx-graph-'));
  const file = join(folder, 'deploy.json');
  await nx('run-many', '-t', 'deploy', `--graph=${file}`);
  const { graph, tasks } = JSON.parse(readFileSync(file, 'utf8')) as Graph;
  dependencies = tasks.dependencies;
  targets = Object.fromEntries(
    Object.entries(graph.nodes).map(([name, { data }]) => [name, data.targets]),
  );
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

test.each(['backend', 'frontend'])('the graph leads %s from its build to its deploy', (app) => {
  const way = [`${app}:deploy`, 'chart:helm-deploy', `${app}:build`];
  for (const [index, task] of way.slice(0, -1).entries()) {
    expect(dependencies[task]).toContain(way[index + 1]);
  }
});

test('one helm-deploy serves all deploys', () => {
  expect(Object.keys(dependencies).filter((task) => task.endsWith(':helm-deploy'))).toEqual([
    'chart:helm-deploy',
  ]);
});

test('our docker-build takes the place of that of @nx/docker, whose release target stays', () => {
  const { backend = {} } = targets;
  expect(backend['docker-build']?.executor).toBe('@todo-chatbot/nx-plugin:rollout');
  expect(backend['docker-build']?.cache).toBe(false);
  expect(backend['nx-release-publish']?.executor).toBe('@nx/docker:release-publish');
});

test('the graph of the whole workspace is written to a file', async () => {
  const file = join(folder, 'graph.json');
  await nx('graph', `--file=${file}`);
  const { graph } = JSON.parse(readFileSync(file, 'utf8')) as Graph;
  const names = Object.keys(graph.nodes);
  expect(names).toEqual(expect.arrayContaining(['backend', 'frontend', 'chart', 'shared']));
});
