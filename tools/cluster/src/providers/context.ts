import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureHelm, ensureKubectl } from '@todo-chatbot/closed-network';
import {
  docker,
  Failure,
  findDocker,
  lastLines,
  run,
  type Cluster,
  type ImageRef,
} from '@todo-chatbot/rollout';
import type { Instance } from '../instance.ts';
import { kubectl, readyVersion, type Kubernetes } from './kubernetes.ts';
import { fullName, imageIdOn } from './node.ts';
import { pipeImage } from './pipe.ts';
import type { ClusterStatus, Provider, Work } from './provider.ts';
import { prepareTools } from './tools.ts';
import { containerState } from './registry.ts';

/** A cluster that somebody else made and keeps, named by its kubeconfig context. */
export function contextProvider(instance: Instance, context: string): Provider {
  return {
    choice: { name: 'context', context },
    preparations: [{ stage: 'tools', run: prepareTools }],
    status: () => status(instance),
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
  return {
    provider: 'context',
    kubeconfig: instance.kubeconfig,
    context,
    tools: { kubectl: tools.kubectl, helm },
    address: instance.address,
    stateDir: instance.stateDir,
    nodes: async () => (await readNodes(tools)).map(({ metadata }) => metadata.name),
    imageId: (node, reference) => imageId(tools, node, reference),
    load: (image) => load(tools, image),
  };
}

interface NodeObject {
  metadata: { name: string };
  status: { images?: { names?: string[] }[] };
}

async function readNodes(tools: Kubernetes): Promise<NodeObject[]> {
  const { stdout } = await kubectl(tools, ['get', 'nodes', '--output', 'json']);
  return (JSON.parse(stdout) as { items: NodeObject[] }).items;
}

/**
 * A node that is a container here tells the id itself. Of any other node only
 * the names of its images are known; the tag is a hash of the content, so the
 * name stands for the id that the local engine has under it.
 */
async function imageId(
  tools: Kubernetes,
  name: string,
  reference: string,
): Promise<string | undefined> {
  if (await isLocal(name)) return imageIdOn(name, reference);
  const node = (await readNodes(tools)).find(({ metadata }) => metadata.name === name);
  const named = node?.status.images?.some(({ names }) => names?.includes(fullName(reference)));
  if (!named) return undefined;
  const { stdout } = await docker(['image', 'inspect', '--format', '{{.Id}}', reference]);
  return stdout.trim();
}

async function load(tools: Kubernetes, image: ImageRef) {
  const { path } = await findDocker();
  let bytes = 0;
  for (const { metadata } of await readNodes(tools)) {
    if (!(await isLocal(metadata.name))) throw notOurs(metadata.name, image);
    const command = [
      path,
      'exec',
      '--interactive',
      metadata.name,
      'ctr',
      '-n',
      'k8s.io',
      'images',
      'import',
      '-',
    ];
    bytes += await pipeImage(image, command);
  }
  return { bytes, via: 'piped save' };
}

async function isLocal(node: string): Promise<boolean> {
  return (await containerState(node)) === 'running';
}

function notOurs(node: string, { reference }: ImageRef): Failure {
  return new Failure({
    what: `The node ${node} does not have ${reference}, and is not a container of the local engine.`,
    cure: `bring the image there by the cluster's own means, then the same command again`,
  });
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
