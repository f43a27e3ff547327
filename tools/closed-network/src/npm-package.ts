import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '@todo-chatbot/rollout';
import { cacheDir } from './machine.ts';
import { produce } from './produce.ts';
import { runTool } from './tool.ts';
import type { Work } from './work.ts';

/** An npm package at one version, with the digest that the registry published for it. */
export interface NpmPackage {
  name: string;
  version: string;
  integrity: string;
}

/**
 * The unpacked folder of an npm package that is wanted for its files. It is no
 * dependency, so that npm does not install what it says it would need as code.
 */
export async function npmPackage(pack: NpmPackage, work: Work = {}): Promise<string> {
  const folder = `${pack.name.replaceAll(/[@/]/g, '-').replace(/^-/, '')}-${pack.version}`;
  const make = async (part: string) => {
    await requireRegistry(pack, work);
    await download(pack, part, work);
  };
  return produce(join(cacheDir(), 'npm', folder), make, work);
}

/**
 * Asks the registry for a word about a package. A download may take its time;
 * whether there is anybody to download from must not take a quarter of an hour.
 *
 * @param patience Milliseconds that each of two attempts is given.
 * @throws {Failure} with the cure for a network that leads nowhere.
 */
export async function requireRegistry(
  { name, version }: Pick<NpmPackage, 'name' | 'version'>,
  work: Work = {},
  patience = 15_000,
): Promise<void> {
  const limits = [`--fetch-timeout=${patience}`, '--fetch-retries=1'];
  const pauses = ['--fetch-retry-mintimeout=500', '--fetch-retry-maxtimeout=500'];
  await runTool('npm', ['view', `${name}@${version}`, 'version', ...limits, ...pauses], {
    cwd: tmpdir(),
    log: work.log,
    package: 'npm',
  });
}

async function download(pack: NpmPackage, part: string, work: Work): Promise<void> {
  const name = `${pack.name}@${pack.version}`;
  work.note?.(`downloading ${name}`);
  const scratch = `${part}.d`;
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true });
  const args = ['pack', name, '--json', '--ignore-scripts', '--pack-destination', scratch];
  // In a folder of its own, so that no workspace and no .npmrc of a project matters.
  const { stdout } = await runTool('npm', args, { cwd: scratch, log: work.log, package: 'npm' });
  const archive = join(scratch, filename(stdout));
  verify(await readFile(archive), pack);
  await runTool('tar', ['-xzf', archive, '-C', scratch], { log: work.log, package: 'tar' });
  await rename(join(scratch, 'package'), part);
  await rm(scratch, { recursive: true, force: true });
}

/** The name of the archive in what `npm pack --json` prints, whose shape differs between versions of npm. */
export function filename(json: string): string {
  const parsed = JSON.parse(json) as unknown;
  const [entry] = Object.values(parsed as Record<string, { filename: string }>);
  // npm 7 and 8 name the scope in the answer, not in the file.
  return (entry?.filename ?? '').replace(/^@/, '').replaceAll('/', '-');
}

function verify(archive: Buffer, pack: NpmPackage): void {
  const found = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
  if (found === pack.integrity) return;
  throw new Failure({
    what: `${pack.name}@${pack.version} is not the package that this project pinned (${found}).`,
    cure: 'find out what changed it on the way before you go on',
  });
}
