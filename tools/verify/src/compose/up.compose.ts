import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { docker, run } from '@todo-chatbot/rollout';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workspaceRoot } from '../nx.ts';
import { address, backendPort, testProject, type Project } from './project.ts';

const log = join(workspaceRoot, 'test-output/compose-up.log');
let project: Project;

beforeAll(async () => {
  mkdirSync(dirname(log), { recursive: true });
  project = await testProject(log);
  await project.remove();
  await project.compose('up', '--build', '--wait');
});

afterAll(() => project.remove());

interface Service {
  Service: string;
  State: string;
  Health: string;
}

test('docker compose up builds from source and ends when every service is healthy', async () => {
  const { stdout } = await project.compose('ps', '--format', 'json');
  const services = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Service);
  expect(services.map(({ Service }) => Service).sort()).toEqual([
    'backend',
    'frontend',
    'postgres',
  ]);
  for (const { State, Health } of services) expect([State, Health]).toEqual(['running', 'healthy']);
});

test('backend and site answer at their ports', async () => {
  const health = await fetch(`http://localhost:${backendPort}/health`);
  expect(await health.json()).toMatchObject({ status: 'ok' });
  expect(await (await fetch(address)).text()).toContain('<html');
});

test('volume and network have the names that the file gives them', async () => {
  const named = async (kind: 'volume' | 'network') =>
    (await docker([kind, 'ls', '--format', '{{.Name}}'])).stdout.split('\n');
  expect(await named('volume')).toContain('todo-chatbot-compose-test_postgres-data');
  expect(await named('network')).toContain('todo-chatbot-compose-test_todo-network');
});

test('a person signs up, works, logs out and comes back in a browser', async () => {
  const program = join(workspaceRoot, 'node_modules/@playwright/test/cli.js');
  await run(process.execPath, [program, 'test', 'accounts.spec.ts', '--grep', 'a life with'], {
    cwd: join(workspaceRoot, 'apps/e2e'),
    env: { BASE_URL: address, E2E_RESULTS: 'test-output/compose.json' },
    log,
  });
});

test('tasks are still there after the containers were made anew', async () => {
  const count = ['exec', '--no-TTY', 'postgres', 'psql', '-U', 'todo', '-d', 'todo', '-tAc'];
  const accounts = () => project.compose(...count, 'select count(*) from users');
  const before = (await accounts()).stdout.trim();
  expect(Number(before)).toBeGreaterThan(0);
  await project.compose('down');
  await project.compose('up', '--wait');
  expect((await accounts()).stdout.trim()).toBe(before);
});
