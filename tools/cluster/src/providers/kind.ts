import { writeFile } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  ensureHelm,
  ensureKind,
  ensureKubectl,
  ensureNodeImage,
  ensureRegistryImage,
  kindConfig,
  metricsServer,
} from '@todo-chatbot/closed-network';
import { docker, run, type Cluster } from '@todo-chatbot/rollout';
import { kindCluster, kindNodes, loadByRegistry } from '../attach/kind.ts';
import type { Instance } from '../instance.ts';
import { readRecord } from '../state.ts';
import { kubectl, readyVersion, waitUntilReady, type Kubernetes } from './kubernetes.ts';
import {
  ensureRegistry,
  publishRegistry,
  registryName,
  registryOf,
  removeRegistry,
  renewRegistry,
} from './kind-registry.ts';
import type { ClusterStatus, Provider, Work } from './provider.ts';
import { containerState } from '../attach/registry.ts';
import { waitUntilSeenAgain } from './stale-pods.ts';

/** How long the engine may take to make a node that nobody waits for any more, in milliseconds. */
const latestNode = 3_000;

/** Kubernetes in containers of the local engine: what a bare machine gets. */
export function kindProvider(instance: Instance): Provider {
  return {
    choice: { name: 'kind' },
    preparations: [
      { stage: 'tools', run: prepareTools },
      { stage: 'node', run: prepareNode },
    ],
    status: () => status(instance),
    isUp: () => isUp(instance),
    up: (found, work) => up(instance, found, work),
    down: (work) => down(instance, work),
    connect: () => connect(instance),
    hasAddOns: () => hasAddOns(instance),
    addOns: (work) => addOns(instance, work),
  };
}

async function prepareTools(work: Work): Promise<string> {
  await Promise.all([ensureKubectl(work), ensureHelm(work), ensureKind(work)]);
  return 'kubectl, helm, kind';
}

async function prepareNode(work: Work): Promise<string> {
  const [image] = await Promise.all([ensureNodeImage(work), ensureRegistryImage(work)]);
  return image;
}

const nodes = ({ name }: Instance) => kindNodes(name);

async function status(instance: Instance): Promise<ClusterStatus> {
  const complete = readRecord(instance) !== undefined;
  if ((await nodes(instance)).length === 0) {
    const registry = await containerState(registryName(instance));
    return complete || registry ? 'broken' : 'absent';
  }
  if (!complete) return 'broken';
  if (!(await isUp(instance))) return 'stopped';
  return (await readyVersion(await kubernetes(instance))) ? 'running' : 'stopped';
}

async function isUp(instance: Instance): Promise<boolean> {
  const [found, registry] = await Promise.all([
    nodes(instance),
    containerState(registryName(instance)),
  ]);
  return found.length > 0 && registry === 'running' && found.every(({ running }) => running);
}

async function up(instance: Instance, found: ClusterStatus, work: Work): Promise<string> {
  if (found === 'stopped') return revive(instance, work);
  if (found === 'broken') {
    work.note('removing a cluster that was not finished');
    await remove(instance, work);
    await removeLatecomers(instance, work);
  }
  try {
    return await create(instance, work);
  } catch (error) {
    await remove(instance, work);
    throw error;
  }
}

async function create(instance: Instance, work: Work): Promise<string> {
  const [kind, image] = await Promise.all([ensureKind(work), ensureNodeImage(work)]);
  work.note('creating the cluster');
  const config = join(instance.stateDir, 'kind.yaml');
  await writeFile(config, kindConfig(instance));
  await run(
    kind,
    [
      ...['create', 'cluster', '--name', instance.name, '--config', config],
      ...['--image', image, '--kubeconfig', instance.kubeconfig],
    ],
    {
      log: work.log,
      cure: 'npm start (it begins this stage anew); npm run doctor checks the machine',
    },
  );
  const [version] = await Promise.all([
    waitUntilReady(await kubernetes(instance), 180),
    ensureRegistry(instance, work),
    // As kind itself does, so that plain kubectl finds the cluster; other instances stay out of the user's way.
    instance.isDefault &&
      run(kind, ['export', 'kubeconfig', '--name', instance.name], { log: work.log }),
  ]);
  await publishRegistry(await kubernetes(instance), instance);
  return `kind, Kubernetes ${version.replace(/^v/, '')}, created`;
}

async function revive(instance: Instance, work: Work): Promise<string> {
  work.note('bringing the cluster back');
  const stopped = (await nodes(instance)).filter(({ running }) => !running);
  for (const { name } of stopped) await docker(['start', name], { log: work.log });
  const [version] = await Promise.all([
    waitUntilReady(await kubernetes(instance), 180),
    ensureRegistry(instance, work),
  ]);
  await waitUntilSeenAgain(await kubernetes(instance), await startOf(instance));
  return `kind, Kubernetes ${version.replace(/^v/, '')}, brought back with its data`;
}

/** When the instance's nodes were started the last time. */
async function startOf(instance: Instance): Promise<Date> {
  const names = (await nodes(instance)).map(({ name }) => name);
  const { stdout } = await docker(['inspect', '--format', '{{.State.StartedAt}}', ...names]);
  return new Date(Math.max(...stdout.trim().split('\n').map(Date.parse)));
}

async function down(instance: Instance, work: Work): Promise<string> {
  const found = await status(instance);
  if (found === 'absent') return 'no cluster there';
  await remove(instance, work);
  return 'removed, with its registry and data';
}

async function remove(instance: Instance, work: Work): Promise<void> {
  const found = await nodes(instance);
  if (found.length > 0) {
    const kind = await ensureKind(work);
    // Without a file it also takes its context out of the user's kubeconfig.
    const file = instance.isDefault ? [] : ['--kubeconfig', instance.kubeconfig];
    await run(kind, ['delete', 'cluster', '--name', instance.name, ...file], { log: work.log });
  }
  await removeRegistry(instance);
  rmSync(instance.kubeconfig, { force: true });
  // Of a kind that was killed; the next one would wait for it in vain.
  rmSync(`${instance.kubeconfig}.lock`, { force: true });
}

/** A kind that was ended may have asked the engine for a node that appears only now. */
async function removeLatecomers(instance: Instance, work: Work): Promise<void> {
  const end = Date.now() + latestNode;
  while (Date.now() < end) {
    if ((await nodes(instance)).length > 0) await remove(instance, work);
    await pause(200);
  }
}

async function kubernetes(instance: Instance): Promise<Kubernetes> {
  return { kubectl: await ensureKubectl(), kubeconfig: instance.kubeconfig };
}

async function connect(instance: Instance): Promise<Cluster> {
  const [program, helm] = await Promise.all([ensureKubectl(), ensureHelm()]);
  const access = {
    kubeconfig: instance.kubeconfig,
    context: `kind-${instance.name}`,
    tools: { kubectl: program, helm },
  };
  const cluster = kindCluster(instance.name, access, registryOf(instance));
  const prune: Cluster['prune'] = async (repository, needed) => {
    await cluster.prune?.(repository, needed);
    await renewRegistry(instance, repository);
  };
  return { ...cluster, prune };
}

async function hasAddOns(instance: Instance): Promise<boolean> {
  const args = ['--namespace', 'kube-system', 'get', 'deployment', 'metrics-server'];
  return (await kubectl(await kubernetes(instance), args, { mayFail: true })).exitCode === 0;
}

async function addOns(instance: Instance, work: Work): Promise<string> {
  const { image, manifest } = await metricsServer(work);
  const names = (await nodes(instance)).map(({ name }) => name);
  if (image) await loadByRegistry(names, { reference: image }, registryOf(instance));
  const args = ['apply', '--filename', '-'];
  await kubectl(await kubernetes(instance), args, { input: manifest, log: work.log });
  return 'metrics-server, for kubectl top';
}
