import { imageSource } from '@todo-chatbot/closed-network';
import { findDockerClient } from '@todo-chatbot/rollout';
import { coerce, gte } from 'semver';
import { canInstall } from '../engine/apt.ts';
import { missingBuildPackages } from '../engine/build-packages.ts';
import { installCure } from '../engine/install.ts';
import { administrativePath, findProgram } from '../programs.ts';
import type { Finding } from './finding.ts';

const minimum = '20.10.0';

/** The container engine, and a client that can build with it. */
export async function findEngine(): Promise<Finding[]> {
  const client = await findDockerClient();
  const installed = client?.engine ?? findProgram('dockerd', administrativePath());
  const engine = client?.engine && coerce(client.engine)?.version;
  const root = process.getuid?.() === 0;
  return [
    {
      tool: 'engine',
      found: engine ?? (installed ? (client ? 'not running' : 'no client for it') : undefined),
      wanted: `>= ${minimum}, running`,
      verdict: engine && gte(engine, minimum) ? 'ok' : startable(Boolean(installed), root),
      cure: engineCure(Boolean(installed), root),
    },
    {
      tool: 'buildkit',
      found: client && `${client.builder}, docker ${client.version}`,
      wanted: 'docker < 23, or buildx',
      verdict: client ? 'ok' : installed ? 'yours' : startable(false, root),
      cure: installed ? 'install docker-buildx (or docker-buildx-plugin)' : engineCure(false, root),
    },
  ];
}

/** The Debian packages with which images are made where no image registry answers. */
export async function findBuildPackages(): Promise<Finding[]> {
  if ((await imageSource()) === 'public') return [];
  const missing = await missingBuildPackages();
  return [
    {
      tool: 'packages',
      found: missing.length === 0 ? 'installed' : `without ${missing.join(', ')}`,
      wanted: 'to make images',
      verdict: missing.length === 0 ? 'ok' : canInstall() ? 'start' : 'yours',
      cure: canInstall() ? 'npm start installs them' : `sudo apt-get install ${missing.join(' ')}`,
    },
  ];
}

function startable(installed: boolean, root: boolean): 'start' | 'yours' {
  return (installed ? root : canInstall()) ? 'start' : 'yours';
}

function engineCure(installed: boolean, root: boolean): string {
  if (installed)
    return root ? 'npm start starts it' : 'sudo systemctl start docker (or: sudo dockerd &)';
  return canInstall() ? 'npm start installs it (docker.io)' : installCure();
}
