import { ensureHelm, ensureKubectl } from '@todo-chatbot/closed-network';
import { readInstance } from '@todo-chatbot/cluster';
import { docker, run } from '@todo-chatbot/rollout';

/** The test cluster: a name and ports of its own, so that it never meets a cluster in use. */
export const testInstance = {
  TODO_INSTANCE: 'todo-chatbot-test',
  TODO_PORT: '18080',
  TODO_REGISTRY_PORT: '15080',
};

export const instance = readInstance({ ...process.env, ...testInstance });

/** Where the test cluster's app is reached. */
export const { address } = instance;
const namespace = 'todo-chatbot';

interface Pod {
  metadata: {
    name: string;
    uid: string;
    labels: Record<string, string>;
    deletionTimestamp?: string;
  };
  spec: { containers: { name: string; image: string }[] };
  status: { phase: string; containerStatuses?: { ready: boolean; restartCount: number }[] };
}

export interface Revision {
  revision: number;
  status: string;
}

/** Runs kubectl against the test cluster and returns what it printed. */
export async function kubectl(...args: string[]): Promise<string> {
  const program = await ensureKubectl();
  const { stdout } = await run(program, [
    '--kubeconfig',
    instance.kubeconfig,
    '-n',
    namespace,
    ...args,
  ]);
  return stdout;
}

/** The pods of an app that are not on their way out. */
export async function pods(app: string): Promise<Pod[]> {
  const listed = await kubectl('get', 'pods', '-l', `app=${app}`, '-o', 'json');
  const { items } = JSON.parse(listed) as { items: Pod[] };
  return items.filter((pod) => pod.metadata.deletionTimestamp === undefined);
}

/** The identities of an app's pods, sorted: equal before and after means nothing was rolled. */
export async function podIds(app: string): Promise<string[]> {
  return (await pods(app)).map((pod) => pod.metadata.uid).sort();
}

/** What Helm has recorded, newest last. */
export async function history(): Promise<Revision[]> {
  const program = await ensureHelm();
  const { stdout } = await run(program, [
    ...['history', 'todo-chatbot', '--namespace', namespace, '--kubeconfig', instance.kubeconfig],
    ...['--output', 'json'],
  ]);
  return JSON.parse(stdout) as Revision[];
}

/** The engine's containers that belong to the test cluster, running or not. */
export async function containers(): Promise<string[]> {
  const name = `name=^${testInstance.TODO_INSTANCE}-`;
  const { stdout } = await docker(['ps', '--all', '--quiet', '--filter', name]);
  return stdout.split('\n').filter(Boolean);
}
