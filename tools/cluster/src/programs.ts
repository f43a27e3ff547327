import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where administrators' programs are; a login shell often leaves these out. */
const administrative = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/** The first executable file of that name on PATH, undefined when there is none. */
export function findProgram(name: string, path = process.env.PATH ?? ''): string | undefined {
  return path
    .split(delimiter)
    .filter(Boolean)
    .map((dir) => join(dir, name))
    .find(isExecutable);
}

/** PATH with the folders that daemons and iptables live in. */
export function administrativePath(path = process.env.PATH ?? ''): string {
  const present = path.split(delimiter).filter(Boolean);
  return [...present, ...administrative.filter((dir) => !present.includes(dir))].join(delimiter);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
