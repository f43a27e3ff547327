import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { binDir, resolveBases } from '@todo-chatbot/closed-network';
import { docker, run } from '@todo-chatbot/rollout';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workspaceRoot } from '../nx.ts';
import { history, instance, kubectl, pods, testInstance } from './kubernetes.ts';

const readme = readFileSync(join(workspaceRoot, 'deploy/k8s/README.md'), 'utf8');
const forwarded = 13_000;

/** The commands of the README below a heading, block by block. */
function blocks(heading: string): string[] {
  const [, section = ''] = readme.split(`\n## ${heading}\n`);
  const [own = ''] = section.split('\n## ');
  return [...own.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, commands = '']) => commands);
}

/** What the manifests promise a pod is more than two cores have; the rest stays as it is written. */
const small = ['resources.backend', 'resources.frontend', 'postgres.resources']
  .map((path) => `${path}.requests.cpu=50m`)
  .join();

/**
 * deploy/k8s/README.md, executed block by block in a copy of the workspace: it
 * takes the release away first and ends with Helm owning everything again.
 */
export function walkthroughTests(root: () => string): void {
  let home: string;

  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'walkthrough-'));
  });
  afterAll(() => rmSync(home, { recursive: true }));

  async function typed(commands: string): Promise<string> {
    const env = {
      ...testInstance,
      HOME: home,
      KUBECONFIG: instance.kubeconfig,
      PATH: `${binDir()}:${process.env.PATH}`,
    };
    const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', commands], {
      cwd: root(),
      env,
    });
    return stdout;
  }

  test('the walkthrough: what is there is removed, with its volume', async () => {
    for (const block of blocks('Remove')) await typed(block);
    expect(await kubectl('get', 'namespace', 'todo-chatbot', '--ignore-not-found')).toBe('');
  });

  test('the walkthrough: images are built and loaded, and the manifests applied in order', async () => {
    const [build = '', , onKind = ''] = blocks('Images');
    await typed(build);
    await typed(onKind.replace('--name todo-chatbot', `--name ${testInstance.TODO_INSTANCE}`));
    await namePostgres();
    await typed("sed -i 's/cpu: 250m/cpu: 50m/' deploy/k8s/*.yaml");
    for (const block of blocks('Apply, in this order')) await typed(block);
    const secret = await kubectl('get', 'secret', 'todo-secrets', '-o', 'jsonpath={.data}');
    expect(Object.keys(JSON.parse(secret) as object).sort()).toEqual([
      ...['BETTER_AUTH_SECRET', 'DATABASE_URL', 'JWT_SECRET', 'OPENAI_API_KEY'],
      ...['POSTGRES_PASSWORD', 'RESEND_API_KEY'],
    ]);
  });

  test('the walkthrough: everything runs, and the site is reached', async () => {
    const [status = '', forward = ''] = blocks('See that it runs');
    const seen = await typed(status);
    expect(seen).toMatch(/service\/backend-service +ClusterIP .* 8000\/TCP/);
    expect(seen).toMatch(/service\/frontend-service +LoadBalancer .* 3000:/);
    for (const app of ['backend', 'frontend']) expect(await pods(app)).toHaveLength(2);
    expect(await throughForwarding(forward)).toContain('<html');
  });

  test('the walkthrough: Helm takes the running objects over, without an orphan', async () => {
    const [move = ''] = blocks('Move to Helm');
    await typed(`${move.trimEnd()} --set ${small}`);
    for (const one of ['deployment/backend', 'deployment/frontend', 'statefulset/postgres']) {
      await kubectl('rollout', 'status', one, '--timeout=4m');
    }
    expect((await history()).map(({ status }) => status)).toEqual(['deployed']);
    const kinds = 'deployments,statefulsets,services,configmaps,secrets,ingresses';
    const all = await kubectl('get', kinds, '-o', 'json');
    const { items } = JSON.parse(all) as { items: KubeObject[] };
    const orphans = items.filter(({ metadata }) => !isOwned(metadata)).map(nameOf);
    expect(orphans).toEqual(['kube-root-ca.crt']);
  });
}

/** Where no registry answers, the node's own PostgreSQL gets the public name. */
async function namePostgres(): Promise<void> {
  const { postgres } = await resolveBases();
  if (!postgres.startsWith('todo-base/')) return;
  const node = `${testInstance.TODO_INSTANCE}-control-plane`;
  const names = [`docker.io/${postgres}`, 'docker.io/library/postgres:15-alpine'];
  await docker(['exec', node, 'ctr', '-n', 'k8s.io', 'images', 'tag', '--force', ...names]);
}

async function throughForwarding(commands: string): Promise<string> {
  const typedCommand = commands.replace('3000:3000', `${forwarded}:3000`).trim();
  const env = {
    ...process.env,
    KUBECONFIG: instance.kubeconfig,
    PATH: `${binDir()}:${process.env.PATH}`,
  };
  const child = spawn('bash', ['-c', `exec ${typedCommand}`], { env, stdio: 'ignore' });
  try {
    const page = () => fetch(`http://localhost:${forwarded}/`).then((answer) => answer.text());
    await expect.poll(page, { timeout: 30_000 }).toContain('<html');
    return await page();
  } finally {
    child.kill();
  }
}

interface KubeObject {
  metadata: { name: string; annotations?: Record<string, string>; labels?: Record<string, string> };
}

const nameOf = ({ metadata }: KubeObject) => metadata.name;

/** By Helm, or Helm's own record. */
function isOwned({ annotations, labels }: KubeObject['metadata']): boolean {
  return annotations?.['meta.helm.sh/release-name'] === 'todo-chatbot' || labels?.owner === 'helm';
}
