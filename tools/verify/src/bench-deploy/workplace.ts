import { setTimeout as pause } from 'node:timers/promises';
import { readInstance, type Instance } from '@todo-chatbot/cluster';
import { ensureKubectl } from '@todo-chatbot/closed-network';
import { run, type StageRecord } from '@todo-chatbot/rollout';
import { scratchClone, type ScratchClone } from '../cluster/scratch-clone.ts';

/** A cluster for measuring: a name and ports of its own. */
const settings = {
  TODO_INSTANCE: 'todo-chatbot-bench',
  TODO_PORT: '18090',
  TODO_REGISTRY_PORT: '15090',
};

/** A copy of the workspace, and a cluster that runs it. */
export interface Workplace {
  clone: ScratchClone;
  /** Ends Nx's daemon and takes the copy away; the cluster is removed by `npm('stop')`. */
  close(): Promise<void>;
  instance: Instance;
  /** Runs one of the README's commands. */
  npm(...args: string[]): Promise<void>;
  /** Runs Nx as a person does, with its daemon; returns what each stage recorded. */
  nx(...args: string[]): Promise<Timed>;
  /** Helm's newest revision. */
  revision(): Promise<number>;
  /** Milliseconds of `performance.now()` when a page first holds a text. */
  answers(path: string, text: string): Promise<number>;
}

/** A command's records, its beginning and its end in milliseconds of `performance.now()`. */
export interface Timed {
  records: StageRecord[];
  began: number;
  ended: number;
}

/** Makes the copy; the cluster is made by `npm('start')`. */
export async function openWorkplace(log: string): Promise<Workplace> {
  const clone = await scratchClone();
  const instance = readInstance({ ...process.env, ...settings });
  // In a container, Nx leaves its daemon out unless it is told to use it.
  const asOnALaptop = { NX_DAEMON: 'true', NX_TUI: 'false', CI: undefined };
  const options = { cwd: clone.root, log, env: { ...settings, ...asOnALaptop } };
  return {
    close: async () => {
      await run('node_modules/.bin/nx', ['daemon', '--stop'], options);
      clone.remove();
    },
    clone,
    instance,
    npm: async (...args) => void (await run('npm', args, options)),
    nx: (...args) => timed(() => run('node_modules/.bin/nx', args, options)),
    revision: () => newestRevision(instance),
    answers: (path, text) => firstAnswer(`${instance.address}${path}`, text),
  };
}

async function timed(work: () => Promise<{ stdout: string }>): Promise<Timed> {
  const began = performance.now();
  const { stdout } = await work();
  const ended = performance.now();
  const lines = stdout.split('\n').filter((line) => line.startsWith('{"stage"'));
  return { records: lines.map((line) => JSON.parse(line) as StageRecord), began, ended };
}

async function newestRevision({ kubeconfig }: Instance): Promise<number> {
  const where = ['--kubeconfig', kubeconfig, '--namespace', 'todo-chatbot'];
  const format = 'jsonpath={.items[*].metadata.labels.version}';
  const args = ['get', 'secrets', '--selector', 'owner=helm', '--output', format, ...where];
  const { stdout } = await run(await ensureKubectl(), args);
  return Math.max(0, ...stdout.split(' ').map(Number));
}

const longest = 5 * 60_000;

/** Asks over a new connection each time, as a new visitor does. */
async function firstAnswer(url: string, text: string): Promise<number> {
  const end = performance.now() + longest;
  while (performance.now() < end) {
    const body = await fetch(url, { headers: { connection: 'close' } })
      .then((answer) => answer.text())
      .catch(() => '');
    if (body.includes(text)) return performance.now();
    // Seldom: each of them costs the site 10 ms of the same two cores.
    await pause(200);
  }
  throw new Error(`${url} does not answer with ${text}`);
}
