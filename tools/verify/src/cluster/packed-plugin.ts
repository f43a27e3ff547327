import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { ensureGo, ensureHelm, ensureKubectl, resolveBase } from '@todo-chatbot/closed-network';
import { docker, run } from '@todo-chatbot/rollout';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nx, workspaceRoot } from '../nx.ts';
import { instance } from './kubernetes.ts';

const log = join(workspaceRoot, 'test-output/packed-plugin.log');
const namespace = 'shop';
/** What the Dockerfile of the Node service stands on, under a name that no registry has. */
const base = 'shop-base:1';
let root: string;
let env: Record<string, string | undefined>;

async function kubectl(...args: string[]): Promise<string> {
  const program = await ensureKubectl();
  const where = ['--kubeconfig', instance.kubeconfig, '--namespace', namespace];
  return (await run(program, [...args, ...where])).stdout;
}

/** App → the identity and image of its pod. */
async function pods(): Promise<Record<string, string>> {
  const format = String.raw`{range .items[*]}{.metadata.labels.app} {.metadata.uid} {.spec.containers[0].image}{"\n"}{end}`;
  const listed = await kubectl(
    'get',
    'pods',
    '--field-selector=status.phase=Running',
    '-o',
    `jsonpath=${format}`,
  );
  const lines = listed.trim().split('\n');
  return Object.fromEntries(
    lines.map((line) => line.split(/ (.*)/s).slice(0, 2) as [string, string]),
  );
}

const git = (...args: string[]) =>
  run('git', ['-c', 'user.name=verify', '-c', 'user.email=verify@localhost', ...args], {
    cwd: root,
  });

async function commit(message: string): Promise<void> {
  await git('add', '--all');
  await git('commit', '--quiet', `--message=${message}`);
}

const targets = async (...args: string[]) => (await nx(args, { cwd: root, log, env })).stdout;

/** A workspace that has never seen this one: the packed plugin, and one line in nx.json. */
async function makeWorkspace(): Promise<void> {
  root = mkdtempSync(join(tmpdir(), 'shop-'));
  cpSync(join(import.meta.dirname, 'shop'), root, { recursive: true });
  await nx(['package', 'nx-plugin'], { log });
  const packed = join(workspaceRoot, 'tools/nx-plugin/dist');
  const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', root, packed]);
  const { version } = JSON.parse(
    readFileSync(join(workspaceRoot, 'node_modules/nx/package.json'), 'utf8'),
  ) as { version: string };
  const install = ['install', '--prefer-offline', '--no-audit', '--no-fund'];
  await run('npm', [...install, `nx@${version}`, `./${stdout.trim()}`], { cwd: root, log });
  writeFileSync(join(root, '.gitignore'), 'node_modules\n.nx\ndist\n*.tgz\n');
  await git('init', '--quiet', '--initial-branch=main');
  await commit('Begin');
}

/** Runs the packed plugin in a workspace of its own, on the cluster that is there. */
export function packedPluginTests(): void {
  describe('the packed plugin', packedPlugin);
}

function packedPlugin(): void {
  beforeAll(async () => {
    mkdirSync(dirname(log), { recursive: true });
    const [go, kube, helm, runtime] = await Promise.all([
      ensureGo(),
      ensureKubectl(),
      ensureHelm(),
      resolveBase('runtime'),
    ]);
    const programs = [kube, helm, go]
      .filter((path) => path.includes('/'))
      .map((path) => dirname(path));
    env = {
      KUBECONFIG: instance.kubeconfig,
      PATH: [...programs, process.env.PATH].join(delimiter),
    };
    await docker(['tag', runtime, base]);
    await makeWorkspace();
  }, 5 * 60_000);

  afterAll(async () => {
    await kubectl('delete', 'namespace', namespace, '--ignore-not-found', '--wait=false');
    // By name, since the base has names of others, too.
    const format = '{{.Repository}}:{{.Tag}}';
    const listed = await docker(['images', '--filter', 'reference=shop-*', '--format', format]);
    await docker(['rmi', ...listed.stdout.split('\n').filter(Boolean)], { mayFail: true });
    rmSync(root, { recursive: true, force: true });
  });

  test('the packed plugin builds both images, a service of another language as well', async () => {
    const output = await targets('run-many', '-t', 'docker-build');
    expect(output).toMatch(/✓ image +greeter [0-9a-f]{6}: no image yet/);
    expect(output).toMatch(/✓ image +counter [0-9a-f]{6}: no image yet/);
  });

  test('the packed plugin deploys what is affected, to the namespace and release of its chart', async () => {
    await targets('affected', '-t', 'deploy', '--files=greeter/server.js');
    expect(await pods()).toEqual({
      greeter: expect.stringMatching(/ shop-greeter:[0-9a-f]{12}$/),
      counter: expect.stringMatching(/ shop-counter:[0-9a-f]{12}$/),
    });
  });

  test('the packed plugin builds, moves and rolls nothing without a change', async () => {
    const before = await pods();
    const output = await targets('run-many', '-t', 'deploy');
    expect(output.match(/^ – (image|load) /gm)).toHaveLength(4);
    expect(output).toContain('nothing changed');
    expect(await pods()).toEqual(before);
  });

  test('the packed plugin rolls after an edit its own service alone', async () => {
    const before = await pods();
    const file = join(root, 'greeter/server.js');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Hello', 'Good morning'));
    await commit('Edit the greeting');
    await targets('affected', '-t', 'deploy', '--base=HEAD~1');
    const after = await pods();
    expect(after.counter).toBe(before.counter);
    expect(after.greeter).not.toBe(before.greeter);
  });

  test('the packed plugin goes back to the version before, of that service alone', async () => {
    const before = await pods();
    const images = await docker(['images', '--quiet', '--filter', 'reference=shop-*']);
    await targets('rollback', 'greeter');
    const after = await pods();
    expect(after.counter).toBe(before.counter);
    expect(imageOf(after.greeter)).not.toBe(imageOf(before.greeter));
    expect((await docker(['images', '--quiet', '--filter', 'reference=shop-*'])).stdout).toBe(
      images.stdout,
    );
  });
}

const imageOf = (pod = '') => pod.split(' ')[1];
