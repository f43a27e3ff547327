import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureHelm, ensureKubectl } from '@todo-chatbot/closed-network';
import { Failure, lastLines, run, type Cluster } from '@todo-chatbot/rollout';
import { contextCluster } from '../attach/context.ts';
import type { Instance } from '../instance.ts';
import { readyVersion, type Kubernetes } from './kubernetes.ts';
import type { ClusterStatus, Provider, Work } from './provider.ts';
import { prepareTools } from './tools.ts';

/** A cluster that somebody else made and keeps, named by its kubeconfig context. */
export function contextProvider(instance: Instance, context: string): Provider {
  return {
    choice: { name: 'context', context },
    preparations: [{ stage: 'tools', run: prepareTools }],
    status: () => status(instance),
    isUp: async () => existsSync(instance.kubeconfig),
    up: (_found, work) => up(instance, context, work),
    down: (work) => down(instance, work),
    connect: () => connect(instance, context),
    hasAddOns: async () => true,
    addOns: async () => '',
    publish: () => publish(instance),
  };
}

async function target(instance: Instance): Promise<Kubernetes> {
  return { kubectl: await ensureKubectl(), kubeconfig: instance.kubeconfig };
}

async function status(instance: Instance): Promise<ClusterStatus> {
  if (!existsSync(instance.kubeconfig)) return 'absent';
  return (await readyVersion(await target(instance))) ? 'running' : 'stopped';
}

/** Takes the context's own part out of the user's kubeconfig, so that a later switch cannot redirect us. */
async function up(instance: Instance, context: string, work: Work): Promise<string> {
  const program = await ensureKubectl();
  const args = ['config', 'view', '--context', context, '--minify', '--flatten', '--raw'];
  const { stdout, stderr, exitCode } = await run(program, args, { mayFail: true });
  if (exitCode !== 0) {
    throw new Failure({
      what: `There is no kubeconfig context called ${context}.`,
      cure: 'kubectl config get-contexts lists them; set TODO_CLUSTER=context:<name> to one',
      tail: lastLines(stderr, 3),
    });
  }
  rmSync(instance.kubeconfig, { force: true });
  writeFileSync(instance.kubeconfig, stdout, { mode: 0o600 });
  work.note('asking the cluster');
  const version = await readyVersion(await target(instance));
  if (!version) {
    rmSync(instance.kubeconfig, { force: true });
    throw new Failure({
      what: `The cluster behind context ${context} does not answer.`,
      cure: `start it, check it with kubectl --context ${context} get nodes, then npm start`,
    });
  }
  return `context ${context}, Kubernetes ${version.replace(/^v/, '')}`;
}

/** The cluster stays; what was put into it goes, except the volume, which is somebody's data. */
async function down(instance: Instance, work: Work): Promise<string> {
  endForwarding(instance);
  if (!existsSync(instance.kubeconfig)) return 'nothing there';
  const helm = await ensureHelm();
  await run(
    helm,
    [
      'uninstall',
      'todo-chatbot',
      '--namespace',
      'todo-chatbot',
      '--ignore-not-found',
      '--kubeconfig',
      instance.kubeconfig,
    ],
    { log: work.log, cure: 'start the cluster, then npm stop' },
  );
  return 'release removed; the cluster and the volume with its data stay';
}

async function connect(instance: Instance, context: string): Promise<Cluster> {
  const [tools, helm] = await Promise.all([target(instance), ensureHelm()]);
  const { kubeconfig } = instance;
  return contextCluster({ kubeconfig, context, tools: { kubectl: tools.kubectl, helm } });
}

const forwardingFile = (instance: Instance) => join(instance.stateDir, 'port-forward.pid');

/**
 * Nothing is known of a foreign cluster's ways in, so kubectl forwards the
 * port. It holds on to one pod and ends with it, hence the loop.
 */
async function publish(instance: Instance): Promise<void> {
  if (forwarding(instance)) return;
  const { kubectl: program, kubeconfig } = await target(instance);
  const script = 'while :; do "$@"; sleep 1; done';
  const command = [
    ...[program, '--kubeconfig', kubeconfig, '--namespace', 'todo-chatbot', 'port-forward'],
    ...['--address', '127.0.0.1', 'service/frontend-service', `${instance.port}:3000`],
  ];
  mkdirSync(instance.logsDir, { recursive: true });
  const child = spawn('sh', ['-c', script, 'forward', ...command], {
    detached: true,
    stdio: 'ignore',
  });
  child.unref();
  writeFileSync(forwardingFile(instance), String(child.pid));
}

/** The loop's process, if the number in its file is still that loop's. */
function forwarding(instance: Instance): number | undefined {
  try {
    const pid = Number(readFileSync(forwardingFile(instance), 'utf8'));
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return command.includes(instance.kubeconfig) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Ends the whole group: the loop and the kubectl that it waits for. */
function endForwarding(instance: Instance): void {
  const pid = forwarding(instance);
  if (pid) process.kill(-pid, 'SIGTERM');
  rmSync(forwardingFile(instance), { force: true });
}
