import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { resolveBases } from '@todo-chatbot/closed-network';
import { withLock, type Note, type Report } from '@todo-chatbot/rollout';
import { freeDisk, availableMemory, requireDisk, requireMemory } from './checks/machine.ts';
import { requireFreePort } from './checks/port.ts';
import type { Consent } from './consent.ts';
import { hashWorkspace, isDeployed, recordDeployed } from './deployed.ts';
import { ensureEngine } from './engine/engine.ts';
import { ensureBuildPackages } from './engine/build-packages.ts';
import { findProgram } from './programs.ts';
import { waitForApp } from './health.ts';
import { instanceEnvironment, makeDirectories, type Instance } from './instance.ts';
import { runTarget } from './nx.ts';
import type { ClusterStatus, Provider, Work } from './providers/provider.ts';
import { selectProvider } from './providers/select.ts';
import { ensureSecrets } from './secrets.ts';
import { openInstance, readRecord, writeRecord } from './state.ts';

export interface StartOptions {
  report: Report;
  consent: Consent;
}

/** What the stages of a start share. */
interface Start extends StartOptions {
  began: number;
  instance: Instance;
  provider: Provider;
  work(stage: string, note: Note): Work;
}

/**
 * Brings the app up, from whatever there is: finds or makes engine, cluster
 * and images, deploys, and waits until the app answers. What is there and right
 * is left alone, so an interrupted start goes on where it was.
 */
export async function start(options: StartOptions): Promise<void> {
  const instance = openInstance();
  makeDirectories(instance);
  let told = '';
  const note: Note = (text) => {
    if (text !== told) options.report.say(` · ${text}`);
    told = text;
  };
  await withLock(join(instance.stateDir, 'start.lock'), () => run(instance, options), { note });
}

async function run(instance: Instance, options: StartOptions): Promise<void> {
  const provider = selectProvider(instance);
  clearLogs(instance);
  const work = (stage: string, note: Note): Work => ({
    note,
    log: join(instance.logsDir, `${stage}.log`),
  });
  const start: Start = { ...options, began: performance.now(), instance, provider, work };
  // Told before anything is installed or made.
  if (!readRecord(instance)) await requirePort(instance);
  await stage(start, 'engine', ({ note }) => ensureEngine({ ...start, ...instance, note }));
  const status = await provider.status();
  if (status === 'running') await sayRunning(start);
  else await bringUp(start, status);
  await deploy(start);
  await complete(start);
}

function stage(
  { report, work }: Start,
  name: string,
  run: (work: Work) => Promise<string>,
): Promise<void> {
  return report.stage(name, (note) => run(work(name, note)));
}

function requirePort({ name, port }: Instance): Promise<void> {
  return requireFreePort({ port, setting: 'TODO_PORT', own: name });
}

async function sayRunning({ report, provider }: Start): Promise<void> {
  await report.stage('cluster', async () => ({
    summary: `${provider.choice.name}, running`,
    skipped: true,
  }));
}

async function bringUp(start: Start, status: ClusterStatus): Promise<void> {
  const { instance, provider } = start;
  const makeCluster = () =>
    stage(start, 'cluster', async (work) => {
      const summary = await provider.up(status, work);
      writeRecord(instance, provider.choice);
      return summary;
    });
  if (status === 'stopped') return makeCluster();
  await requireRoom(instance, provider);
  await stage(start, 'packages', (work) => ensureBuildPackages({ ...work, ...start }));
  const environment = instanceEnvironment(instance, provider.choice);
  await Promise.all([
    Promise.all(provider.preparations.map(({ stage: name, run }) => stage(start, name, run))).then(
      makeCluster,
    ),
    stage(start, 'bases', async (work) => Object.keys(await resolveBases(work)).join(', ')),
    // Fills Nx's cache while the cluster is made, so that the deploy finds it done.
    stage(start, 'build', async ({ log }) => {
      await runTarget('build', { env: environment, log });
      return 'the apps';
    }),
  ]);
}

async function requireRoom(instance: Instance, { choice }: Provider): Promise<void> {
  if (choice.name === 'context') return;
  await requirePort(instance);
  if (choice.name === 'kind') {
    const { registryPort: port, name: own } = instance;
    await requireFreePort({ port, setting: 'TODO_REGISTRY_PORT', own });
  }
  requireMemory(availableMemory());
  requireDisk(instance.cacheDir, await freeDisk(instance.cacheDir));
}

async function deploy(start: Start): Promise<void> {
  const { instance, provider, report } = start;
  ensureSecrets(instance.secretsFile);
  const [cluster, workspace] = await Promise.all([provider.connect(), hashWorkspace(instance)]);
  if (await isDeployed(instance, cluster, workspace)) {
    const summary = 'the cluster runs this workspace: nothing to build or deploy';
    await report.stage('deploy', async () => ({ summary, skipped: true }));
  } else {
    await runTarget('deploy', {
      env: instanceEnvironment(instance, provider.choice),
      log: join(instance.logsDir, 'deploy.log'),
      onStage: (line) => report.say(` ${line}`),
    });
  }
  await provider.publish?.();
  await stage(start, 'health', async () => {
    await waitForApp(instance.address);
    return 'site and backend answer';
  });
  await recordDeployed(instance, cluster, workspace);
  report.say(farewell(start));
}

/** What nobody has to wait for. */
async function complete({ provider, report, work }: Start): Promise<void> {
  if (!(await provider.hasAddOns()))
    await report.stage('add-ons', async (note) => provider.addOns(work('add-ons', note)));
}

function farewell({ instance, began }: Start): string {
  const seconds = (performance.now() - began) / 1_000;
  const which = instance.isDefault ? '' : `TODO_INSTANCE=${instance.name} `;
  const pods = `--kubeconfig ${instance.kubeconfig} -n todo-chatbot get pods`;
  return [
    `\n Live in ${seconds.toFixed(1)} s at ${instance.address}\n`,
    `   pods   ${findProgram('kubectl') ?? join(instance.cacheDir, 'bin/kubectl')} ${pods}`,
    `   stop   ${which}npm stop\n`,
  ].join('\n');
}

/** The engine's own log goes on; the others tell of one start. */
function clearLogs({ logsDir }: Instance): void {
  for (const name of readdirSync(logsDir)) {
    if (name !== 'dockerd.log') rmSync(join(logsDir, name));
  }
}
