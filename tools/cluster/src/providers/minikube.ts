import { availableParallelism, freemem } from 'node:os';
import { ensureHelm, ensureKubectl, nodePort } from '@todo-chatbot/closed-network';
import type { Cluster, RunOptions } from '@todo-chatbot/rollout';
import { minikube as runMinikube, minikubeCluster } from '../attach/minikube.ts';
import type { Instance } from '../instance.ts';
import { readRecord } from '../state.ts';
import { waitUntilReady } from './kubernetes.ts';
import type { ClusterStatus, Provider, Work } from './provider.ts';
import { containerState } from '../attach/registry.ts';
import { prepareTools } from './tools.ts';

/** What minikube is asked for; less where the machine has less. */
const wanted = { cpus: 4, memory: 8192 };
const addons = ['ingress', 'metrics-server', 'dashboard', 'registry'];

/** Exit codes of `minikube status`; any other means that parts of a cluster are down. */
const statusCodes: Record<number, ClusterStatus | 'paused'> = {
  0: 'running',
  2: 'paused',
  85: 'absent',
};

/** minikube with the docker driver, under a profile of its own. */
export function minikubeProvider(instance: Instance): Provider {
  return {
    choice: { name: 'minikube' },
    preparations: [{ stage: 'tools', run: prepareTools }],
    status: () => status(instance),
    isUp: async () => (await containerState(instance.name)) === 'running',
    up: (found, work) => up(instance, found, work),
    down: (work) => down(instance, work),
    connect: () => connect(instance),
    // They were asked for at the start.
    hasAddOns: async () => true,
    addOns: async () => '',
  };
}

const minikube = (instance: Instance, args: readonly string[], options: RunOptions = {}) =>
  runMinikube({ profile: instance.name, kubeconfig: instance.kubeconfig }, args, options);

async function status(instance: Instance): Promise<ClusterStatus> {
  const found = await profileStatus(instance);
  if (found === 'absent') return 'absent';
  if (!readRecord(instance)) return 'broken';
  return found === 'running' ? 'running' : 'stopped';
}

async function profileStatus(instance: Instance): Promise<ClusterStatus | 'paused'> {
  const { exitCode } = await minikube(instance, ['status'], { mayFail: true });
  return statusCodes[exitCode] ?? 'stopped';
}

async function up(instance: Instance, found: ClusterStatus, work: Work): Promise<string> {
  if (found === 'broken') await minikube(instance, ['delete'], { log: work.log });
  if (found === 'stopped' && (await profileStatus(instance)) === 'paused') {
    await minikube(instance, ['unpause'], { log: work.log });
  }
  work.note(found === 'stopped' ? 'bringing the cluster back' : 'creating the cluster');
  const flags = found === 'stopped' ? [] : creationFlags(instance);
  await minikube(instance, ['start', ...flags, ...force()], {
    log: work.log,
    cure: `minikube --profile ${instance.name} logs says more; npm stop, then npm start begins anew`,
  });
  const version = await waitUntilReady(
    { kubectl: await ensureKubectl(), kubeconfig: instance.kubeconfig },
    180,
  );
  // start switches the context of the kubeconfig it was given: ours. The user's own gets it only by default.
  if (instance.isDefault) {
    await minikube(instance, ['update-context'], { log: work.log, env: { KUBECONFIG: undefined } });
  }
  const done = found === 'stopped' ? 'brought back with its data' : 'created';
  return `minikube, Kubernetes ${version.replace(/^v/, '')}, ${done}`;
}

/** The flags of a new cluster, fitted to the machine. The ports only count for a new one. */
export function creationFlags(
  instance: Pick<Instance, 'port'>,
  machine = { cpus: availableParallelism(), freeMiB: Math.floor(freemem() / 2 ** 20) },
): string[] {
  const cpus = Math.max(2, Math.min(wanted.cpus, machine.cpus));
  const memory = Math.min(wanted.memory, Math.floor(machine.freeMiB * 0.8));
  return [
    '--driver=docker',
    '--container-runtime=docker',
    `--cpus=${cpus}`,
    `--memory=${memory}`,
    `--addons=${addons.join(',')}`,
    // With the docker driver the node is a container, so its node port is published like any other.
    `--ports=127.0.0.1:${instance.port}:${nodePort}`,
  ];
}

/** The docker driver refuses root without it. */
function force(): string[] {
  return process.getuid?.() === 0 ? ['--force'] : [];
}

async function down(instance: Instance, work: Work): Promise<string> {
  if ((await profileStatus(instance)) === 'absent') return 'no cluster there';
  await minikube(instance, ['delete'], { log: work.log });
  return 'removed, with its data';
}

async function connect(instance: Instance): Promise<Cluster> {
  const [kubectl, helm] = await Promise.all([ensureKubectl(), ensureHelm()]);
  const { name, kubeconfig } = instance;
  return minikubeCluster(name, { kubeconfig, context: name, tools: { kubectl, helm } });
}
