import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Failure } from '@todo-chatbot/rollout';

/** The root of the repository. */
export const workspaceRoot = resolve(import.meta.dirname, '../../../..');

/** A project's folder and name. */
export interface Project {
  name: string;
  /** Absolute. */
  root: string;
}

/** The project whose folder is the first argument of this process. */
export function projectArgument(file: string, args = process.argv.slice(2)): Project {
  const folder = args.find((arg) => !arg.startsWith('-'));
  if (!folder || !existsSync(join(workspaceRoot, folder, file))) {
    throw new Failure({
      what: folder ? `There is no ${file} in ${folder}.` : `A folder with a ${file} is missing.`,
      cure: `name the project's folder, relative to ${workspaceRoot}`,
    });
  }
  return readProject(folder);
}

/** Reads a project's name from its project.json, else from its folder. */
export function readProject(folder: string): Project {
  const root = join(workspaceRoot, folder);
  const file = join(root, 'project.json');
  const { name } = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as {
    name?: string;
  };
  return { name: name ?? basename(root), root };
}
