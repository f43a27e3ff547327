import { afterAll, beforeAll, expect, test } from 'vitest';
import { docker, run } from '@todo-chatbot/rollout';
import { dirname, join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { nx, readReport, workspaceRoot } from '../nx.ts';
import { playwrightFailures, type PlaywrightReport } from '../tally.ts';
import { ask, readPage, signUp } from './client.ts';
import { availabilityTests } from './availability.ts';
import { interruptWhen } from './interrupt.ts';
import { withLastWords } from './last-words.ts';
import { address, containers, history, kubectl, podIds, pods, testInstance } from './kubernetes.ts';
import { underLoad } from './load.ts';
import { packedPluginTests } from './packed-plugin.ts';
import { retentionTests } from './retention.ts';
import { scratchClone, type ScratchClone } from './scratch-clone.ts';
import { walkthroughTests } from './walkthrough.ts';

const log = join(workspaceRoot, 'test-output/journey.log');
/** On a bare machine everything is compiled first. */
const startTime = 40 * 60_000;
let clone: ScratchClone;
let cookie: string;

/** One of the README's commands, typed in the clone against the test cluster. */
async function npm(...args: string[]) {
  return withLastWords(run('npm', args, { cwd: clone.root, env: testInstance, log }));
}

async function affectedDeploy(options: { mayFail?: boolean } = {}) {
  const args = ['affected', '-t', 'deploy', '--base=HEAD~1', '--output-style=static'];
  return withLastWords(nx(args, { cwd: clone.root, env: testInstance, log, ...options }));
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

test(
  'npm start that is interrupted while it makes the cluster says how to go on',
  { timeout: startTime },
  async () => {
    const isBegun = async () => (await containers()).length > 0;
    const command = ['npm', 'start', '--', '--yes'];
    const place = { cwd: clone.root, env: testInstance };
    const { code, output } = await interruptWhen(isBegun, command, place);
    expect(output).toContain('creating the cluster');
    expect(output).toContain('Interrupted. Run the same command again');
    expect(output).not.toMatch(/^\s+at .+:\d+:\d+/m);
    expect(code).not.toBe(0);
  },
);

test('the same command removes what was half-made, makes the cluster, and the app answers', async () => {
  const { stdout } = await npm('start', '--', '--yes');
  expect(stdout).toContain('removing a cluster that was not finished');
  expect(stdout).toContain('Live in');
  expect(await readPage('/')).toContain('<html');
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
  const program = join(workspaceRoot, 'node_modules/@playwright/test/cli.js');
  // What goes through all layers; the rest has been checked against the embedded set-up.
  const specs = ['accounts', 'api-docs', 'connect', 'landing', 'live', 'mcp', 'quick-add', 'tasks'];
  const args = [program, 'test', ...specs.map((name) => `/${name}.spec.ts`)];
  const report = join(workspaceRoot, 'apps/e2e/test-output/cluster.json');
  const { exitCode } = await run(process.execPath, args, {
    cwd: join(workspaceRoot, 'apps/e2e'),
    env: { BASE_URL: address, E2E_RESULTS: report },
    mayFail: true,
    log,
  });
  const found = readReport<PlaywrightReport>(report);
  expect(found && playwrightFailures(found)).toEqual([]);
  expect(exitCode).toBe(0);
});

test('a person signs up through the published address', async () => {
  cookie = await signUp();
  expect(await (await ask('/api/v1/tasks', { cookie })).json()).toMatchObject({ items: [] });
});

test('a deploy without a change makes no revision and touches no pod', async () => {
  const before = [await podIds('backend'), await podIds('frontend'), await history()];
  await nx(['run-many', '-t', 'deploy'], { cwd: clone.root, env: testInstance, log });
  expect([await podIds('backend'), await podIds('frontend'), await history()]).toEqual(before);
});

test('the rollout’s own tests hold on this cluster', async () => {
  const program = join(workspaceRoot, 'tools/verify/src/cluster/rollout-suite.ts');
  const suite = run(process.execPath, [program], { cwd: workspaceRoot, env: testInstance, log });
  await withLastWords(suite);
});

test('an edit of the frontend is rolled out, fails no request and leaves the backend pods alone', async () => {
  const backend = await podIds('backend');
  const frontend = await podIds('frontend');
  await clone.edit(
    'apps/frontend/src/app/layout.tsx',
    'lang="en"',
    'lang="en" data-verify="edited"',
  );
  const load = await underLoad(cookie, affectedDeploy);
  expect(await readPage('/')).toContain('data-verify="edited"');
  expect(load.failures).toEqual([]);
  expect(load.requests).toBeGreaterThan(50);
  expect(await podIds('backend')).toEqual(backend);
  expect(await podIds('frontend')).not.toEqual(frontend);
});

test('an edit of the backend is rolled out, fails no request and leaves the frontend pods alone', async () => {
  const backend = await podIds('backend');
  const frontend = await podIds('frontend');
  await clone.edit('apps/backend/src/main.ts', '', 'process.title = "todo-backend-edited";\n');
  expect((await underLoad(cookie, affectedDeploy)).failures).toEqual([]);
  expect(await podIds('frontend')).toEqual(frontend);
  expect(await podIds('backend')).not.toEqual(backend);
});

test('an edit of the shared library rolls the app whose bytes it changes, and not the other', async () => {
  const [backend, frontend] = [await podIds('backend'), await podIds('frontend')];
  // Only the backend works out when a task is due; both are built anew.
  const moment = 'momentOf(due.dueDate, due.dueTime ?? morning, due.timeZone ?? zone)';
  const edited = moment.replace('due.dueTime ?? morning', '(due.dueTime ?? morning).trim()');
  await clone.edit('libs/shared/src/dates/zoned.ts', moment, edited);
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

test('a broken Dockerfile fails the deploy in the words of the builder, and what runs stays', async () => {
  const before = [await podIds('backend'), await podIds('frontend'), await history()];
  await clone.edit('apps/backend/Dockerfile', 'USER appuser', 'COPY no-such-file /\nUSER appuser');
  const { exitCode, stdout, stderr } = await affectedDeploy({ mayFail: true });
  expect(exitCode).not.toBe(0);
  expect(`${stdout}${stderr}`).toMatch(/could not be built from .*apps\/backend\/Dockerfile/);
  expect(`${stdout}${stderr}`).toContain('no-such-file');
  expect(`${stdout}${stderr}`).toContain('What to do: correct the Dockerfile');
  expect([await podIds('backend'), await podIds('frontend'), await history()]).toEqual(before);
  await clone.edit('apps/backend/Dockerfile', 'COPY no-such-file /\n', '');
});

availabilityTests(() => cookie);

packedPluginTests();

retentionTests();

test('a deploy brings back what was changed by hand', async () => {
  await nx(['run-many', '-t', 'deploy'], { cwd: clone.root, env: testInstance, log });
  expect(await readPage('/')).toContain('data-verify="edited"');
  expect(await pods('backend')).toHaveLength(1);
});

test('a killed cluster is brought back with the tasks that people had saved', async () => {
  const task = { method: 'POST', cookie, body: { title: 'Survive' } };
  const created = await ask('/api/v1/tasks', task);
  expect(created.status).toBe(201);
  await docker(['kill', ...(await containers())]);
  await npm('start', '--', '--yes');
  const listed = await ask('/api/v1/tasks', { cookie });
  expect(await listed.text()).toContain('Survive');
});

walkthroughTests(() => clone.root);

test('npm stop leaves no container behind', async () => {
  await npm('stop');
  expect(await containers()).toEqual([]);
});
