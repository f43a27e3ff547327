import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  hashRecord,
  hashTrees,
  readHistory,
  readRunning,
  run,
  type Cluster,
} from '@todo-chatbot/rollout';
import type { Instance } from './instance.ts';
import { workspaceRoot } from './nx.ts';

/** What the last complete start deployed, and what it found in the cluster afterwards. */
interface Deployed {
  workspace: string;
  cluster: string;
}

const file = (instance: Instance) => join(instance.stateDir, 'deployed.json');

/**
 * A hash of everything that a deploy could depend on: the workspace as it is,
 * committed or not, and the secrets file. Undefined without git, which tells
 * what belongs to the workspace.
 */
export async function hashWorkspace(instance: Instance): Promise<string | undefined> {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const listed = await run('git', args, { cwd: workspaceRoot, mayFail: true }).catch(
    () => undefined,
  );
  if (listed?.exitCode !== 0) return undefined;
  const files = listed.stdout
    .split('\0')
    .filter(Boolean)
    .map((name) => join(workspaceRoot, name))
    .filter((path) => existsSync(path));
  const secrets = existsSync(instance.secretsFile) ? statSync(instance.secretsFile).mtimeMs : 0;
  return hashRecord({
    files: hashTrees(workspaceRoot, files),
    secrets: String(secrets),
    images: process.env.TODO_IMAGES ?? '',
  });
}

/** A hash of what the cluster runs; undefined while anything of it is not ready. */
export async function hashRunning(cluster: Cluster): Promise<string | undefined> {
  const target = { cluster, namespace: 'todo-chatbot', release: 'todo-chatbot' };
  const [history, running] = await Promise.all([readHistory(target), readRunning(target)]);
  const newest = history.at(-1);
  if (newest?.status !== 'deployed' || !newest.complete) return undefined;
  if (running.length === 0 || !running.every(({ done }) => done)) return undefined;
  const images = running.map(({ name, images }) => [name, images.join()] as const);
  return hashRecord({ revision: String(newest.revision), ...Object.fromEntries(images) });
}

/** Whether a deploy would find nothing to do: the same workspace, and the cluster as it was left. */
export async function isDeployed(
  instance: Instance,
  cluster: Cluster,
  workspace: string | undefined,
): Promise<boolean> {
  const recorded = readDeployed(instance);
  if (!workspace || recorded?.workspace !== workspace) return false;
  return (await hashRunning(cluster)) === recorded.cluster;
}

export async function recordDeployed(
  instance: Instance,
  cluster: Cluster,
  workspace: string | undefined,
): Promise<void> {
  const running = await hashRunning(cluster);
  if (!workspace || !running) return;
  const deployed: Deployed = { workspace, cluster: running };
  writeFileSync(file(instance), JSON.stringify(deployed));
}

function readDeployed(instance: Instance): Deployed | undefined {
  try {
    return JSON.parse(readFileSync(file(instance), 'utf8')) as Deployed;
  } catch {
    return undefined;
  }
}
