import { createHash } from 'node:crypto';
import { lstat, readFile, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** Everything that decides what a product will be. */
export interface Inputs {
  /** Any plain data: versions, package lists, commands. */
  values: unknown;
  /** Files and folders whose content matters; their own place does not. */
  paths?: readonly string[];
}

/** Twelve hex digits that change when an input changes, and only then. */
export async function fingerprint({ values, paths = [] }: Inputs): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(values));
  for (const [index, path] of paths.entries()) {
    for (const line of await describe(path, `${index}`)) hash.update(line);
  }
  return hash.digest('hex').slice(0, 12);
}

async function describe(path: string, name: string): Promise<(string | Buffer)[]> {
  const stats = await lstat(path);
  if (stats.isSymbolicLink()) return [`\0${name}\0link\0`, await readlink(path)];
  if (!stats.isDirectory()) {
    const kind = stats.mode & 0o100 ? 'program' : 'file';
    return [`\0${name}\0${kind}\0${stats.size}\0`, await readFile(path)];
  }
  const entries = (await readdir(path)).filter((entry) => !isTest(entry)).sort();
  const parts = entries.map((entry) => describe(join(path, entry), `${name}/${entry}`));
  return (await Promise.all(parts)).flat();
}

/** Tests beside a recipe change nothing that is made by it. */
function isTest(name: string): boolean {
  return /\.(test|images)\.ts$/.test(name);
}
