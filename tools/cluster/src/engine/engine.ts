import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Failure,
  findDockerClient,
  run,
  type DockerClient,
  type Note,
} from '@todo-chatbot/rollout';
import type { Consent } from '../consent.ts';
import { administrativePath, findProgram } from '../programs.ts';
import { startDockerd, stopDockerd, systemLayout } from './dockerd.ts';
import { installCure, installEngine, isEngineMissing } from './install.ts';
import { mayHaveSysResource, runtimeOptions } from './oci-runtime.ts';

export interface EngineOptions {
  consent: Consent;
  cacheDir: string;
  logsDir: string;
  note: Note;
}

/**
 * Finds the container engine; installs or starts it when it has to.
 *
 * @returns what was found or done, for the stage's line.
 * @throws {Failure} naming what a person has to do where this process cannot.
 */
export async function ensureEngine(options: EngineOptions): Promise<string> {
  let client = await findDockerClient();
  if (client?.engine) return (await refit(client, options)) ?? `docker ${client.engine} running`;
  const done: string[] = [];
  if (isEngineMissing(client)) {
    refuseUnlessLocal(client);
    await installEngine({ ...options, log: join(options.logsDir, 'apt.log') });
    done.push('installed');
  }
  client = await findDockerClient();
  if (!client) throw noBuilder();
  if (!client.engine) {
    await start(client, options);
    client = await findDockerClient();
    done.push('started');
  }
  if (!client?.engine) throw silent(client);
  return (await refit(client, options)) ?? `docker ${client.engine} ${done.join(' and ')}`;
}

async function start(client: DockerClient, options: EngineOptions): Promise<void> {
  refuseUnlessLocal(client);
  if (/permission denied/i.test(client.problem ?? '')) throw forbidden();
  if (process.getuid?.() !== 0) {
    throw new Failure({
      what: 'The container engine is not running.',
      cure: `${hasSystemd() ? 'sudo systemctl start docker' : 'sudo dockerd &'}, then npm start`,
    });
  }
  options.note('starting the engine');
  if (hasSystemd()) {
    await run('systemctl', ['start', 'docker'], { cure: 'journalctl --unit docker says why' });
  } else {
    await startOurs(options);
  }
}

async function startOurs({ cacheDir, logsDir, note }: EngineOptions): Promise<void> {
  const program = findProgram('dockerd', administrativePath());
  if (!program) throw new Failure({ what: 'dockerd is not installed.', cure: installCure() });
  const layout = { ...systemLayout, options: runtimeOptions(cacheDir) };
  await startDockerd({ program, layout, note, log: join(logsDir, 'dockerd.log') });
}

/**
 * An engine that was started by other hands cannot run privileged containers
 * where the bounding set is short of CAP_SYS_RESOURCE. It is started again in
 * a way that can, unless that would end somebody's containers.
 */
async function refit(client: DockerClient, options: EngineOptions): Promise<string | undefined> {
  if (mayHaveSysResource() || hasSystemd() || !existsSync(systemLayout.pidFile)) return undefined;
  const { stdout } = await run(client.path, [
    'info',
    '--format',
    '{{.DefaultRuntime}} {{.ContainersRunning}}',
  ]);
  const [runtime, running] = stdout.trim().split(' ');
  if (runtime !== 'runc') return undefined;
  if (process.getuid?.() !== 0 || running !== '0') {
    throw new Failure({
      what: 'The running container engine cannot start privileged containers: this machine withholds CAP_SYS_RESOURCE.',
      cure: `end its ${running} containers and the engine (kill $(cat ${systemLayout.pidFile})), then npm start as root: it starts an engine that can`,
    });
  }
  options.note('starting the engine again, with a runtime that fits this machine');
  await stopDockerd(systemLayout);
  await startOurs(options);
  return `docker ${client.engine} started again with a runtime that fits`;
}

/** Somebody who points at another engine, or has one in a virtual machine, wants that one. */
function refuseUnlessLocal(client: DockerClient | undefined): void {
  const elsewhere = process.env.DOCKER_HOST;
  if (elsewhere && !elsewhere.endsWith(systemLayout.socket)) {
    throw new Failure({
      what: `No container engine answers at DOCKER_HOST=${elsewhere}.`,
      cure: 'start that engine, or unset DOCKER_HOST, then npm start',
      tail: client?.problem,
    });
  }
  if (process.platform !== 'linux') {
    throw new Failure({
      what: 'The container engine is not running.',
      cure: client ? 'start Docker Desktop (or your engine), then npm start' : installCure(),
      tail: client?.problem,
    });
  }
}

/** Whether systemd runs this machine; it may be installed without doing so. */
export function hasSystemd(): boolean {
  try {
    return readFileSync('/proc/1/comm', 'utf8').trim() === 'systemd';
  } catch {
    return false;
  }
}

function noBuilder(): Failure {
  return new Failure({
    what: 'No docker client on PATH can build with BuildKit.',
    cure: 'install the buildx plugin (package docker-buildx or docker-buildx-plugin), then npm start',
  });
}

function forbidden(): Failure {
  return new Failure({
    what: 'This user may not use the container engine.',
    cure: 'sudo usermod -aG docker $USER, log in again, then npm start',
  });
}

function silent(client: DockerClient | undefined): Failure {
  return new Failure({
    what: 'The container engine was started, but does not answer.',
    cure: 'npm run doctor',
    tail: client?.problem,
  });
}
