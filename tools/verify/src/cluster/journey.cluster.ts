import { afterAll, beforeAll, expect, test } from 'vitest';
import { docker, run } from '@todo-chatbot/rollout';
import { dirname, join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { nx, workspaceRoot } from '../nx.ts';
import { address, history, kubectl, podIds, pods, testInstance } from './kubernetes.ts';
import { scratchClone, type ScratchClone } from './scratch-clone.ts';

const log = join(workspaceRoot, 'test-output/journey.log');
let clone: ScratchClone;

/** One of the README's commands, typed in the clone against the test cluster. */
async function npm(...args: string[]) {
  return run('npm', args, { cwd: clone.root, env: testInstance, log });
}

async function affectedDeploy() {
  return nx(['affected', '-t', 'deploy', '--base=HEAD~1', '--output-style=static'], {
    cwd: clone.root,
    env: testInstance,
    log,
  });
}

async function fetchText(path: string): Promise<string> {
  const response = await fetch(`${address}${path}`);
  expect(response.status).toBe(200);
  return response.text();
}

beforeAll(async () => {
  mkdirSync(dirname(log), { recursive: true });
  clone = await scratchClone();
  await npm('stop');
});

afterAll(async () => {
  await npm('stop');
  clone.remove();
});

test('npm start makes a cluster and the app answers at its address', async () => {
  await npm('start', '--', '--yes');
  expect(await fetchText('/')).toContain('<html');
});

test('both apps run their content tag, never latest', async () => {
  for (const app of ['backend', 'frontend']) {
    const [pod] = await pods(app);
    expect(pod?.spec.containers[0]?.image).toMatch(new RegExp(`^todo-${app}:[0-9a-f]{12}$`));
    expect(pod?.status.containerStatuses?.every((container) => container.ready)).toBe(true);
  }
});

test('the namespace enforces the restricted Pod Security level', async () => {
  const level = await kubectl(
    ...['get', 'namespace', 'todo-chatbot', '-o'],
    String.raw`jsonpath={.metadata.labels.pod-security\.kubernetes\.io/enforce}`,
  );
  expect(level).toBe('restricted');
});

test('the default StorageClass holds the database', async () => {
  expect(await kubectl('get', 'pvc', '-o', 'jsonpath={.items[*].status.phase}')).toBe('Bound');
});

test('metrics-server measures the nodes', async () => {
  await expect
    .poll(() => kubectl('top', 'nodes', '--no-headers').catch(() => ''), {
      timeout: 120_000,
      interval: 2_000,
    })
    .toMatch(/\d+m/);
});

test('the browser test passes through the published address', async () => {
  await nx(['e2e', 'e2e', '--skip-nx-cache', '--exclude-task-dependencies'], {
    env: { BASE_URL: address, E2E_RESULTS: 'test-output/cluster.json' },
    log,
  });
});

test('a deploy without a change makes no revision and touches no pod', async () => {
  const before = [await podIds('backend'), await podIds('frontend'), await history()];
  await nx(['run-many', '-t', 'deploy'], { cwd: clone.root, env: testInstance, log });
  expect([await podIds('backend'), await podIds('frontend'), await history()]).toEqual(before);
});

test('an edit of the frontend is rolled out and leaves the backend pods alone', async () => {
  const backend = await podIds('backend');
  const frontend = await podIds('frontend');
  await clone.edit(
    'apps/frontend/src/app/layout.tsx',
    'lang="en"',
    'lang="en" data-verify="edited"',
  );
  await affectedDeploy();
  expect(await fetchText('/')).toContain('data-verify="edited"');
  expect(await podIds('backend')).toEqual(backend);
  expect(await podIds('frontend')).not.toEqual(frontend);
});

test('an edit of the backend is rolled out and leaves the frontend pods alone', async () => {
  const backend = await podIds('backend');
  const frontend = await podIds('frontend');
  await clone.edit('apps/backend/src/main.ts', '', 'process.title = "todo-backend-edited";\n');
  await affectedDeploy();
  expect(await podIds('frontend')).toEqual(frontend);
  expect(await podIds('backend')).not.toEqual(backend);
});

test('a comment that does not change the built output rolls nothing', async () => {
  const before = [await podIds('backend'), await history()];
  await clone.edit('apps/backend/src/app.ts', 'import', '// A comment.\nimport');
  await affectedDeploy();
  expect([await podIds('backend'), await history()]).toEqual(before);
});

test('a killed cluster is brought back with the tasks that people had saved', async () => {
  const cookie = await signUp();
  const created = await api('POST', '/api/v1/tasks', { cookie, body: { title: 'Survive' } });
  expect(created.status).toBe(201);
  const { stdout } = await docker([
    'ps',
    '--quiet',
    '--filter',
    `name=^${testInstance.TODO_INSTANCE}`,
  ]);
  await docker(['kill', ...stdout.trim().split('\n')]);
  await npm('start', '--', '--yes');
  const listed = await api('GET', '/api/v1/tasks', { cookie });
  expect(await listed.text()).toContain('Survive');
});

test('npm stop leaves no container behind', async () => {
  await npm('stop');
  const name = `name=^${testInstance.TODO_INSTANCE}`;
  expect((await docker(['ps', '--all', '--quiet', '--filter', name])).stdout).toBe('');
});

async function api(
  method: string,
  path: string,
  { cookie = '', body }: { cookie?: string; body?: unknown },
) {
  return fetch(`${address}${path}`, {
    method,
    headers: { origin: address, cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
    body: body ? JSON.stringify(body) : null,
  });
}

/** Makes an account and returns its session cookie. */
async function signUp(): Promise<string> {
  const body = {
    name: 'Verify',
    email: `verify-${Date.now()}@example.com`,
    password: 'correct horse 9',
  };
  expect((await api('POST', '/api/auth/sign-up/email', { body })).status).toBe(200);
  const answer = await api('POST', '/api/auth/sign-in/email', { body });
  expect(answer.status).toBe(200);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}
