import { existsSync } from 'node:fs';
import { glob, lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import dockerignore from '@balena/dockerignore';

interface Rules {
  /** Whether a build does not see a path. */
  ignores(path: string): boolean;
  /** Whether a later rule may let in something of a folder that is kept out. */
  mayReopen(folder: string): boolean;
}

/** The file that keeps things out of a build: the Dockerfile's own one, else the context's. */
export function ignoreFileOf(dockerfile: string, context: string): string | undefined {
  return [`${dockerfile}.dockerignore`, join(context, '.dockerignore')].find((path) =>
    existsSync(path),
  );
}

/**
 * The files and folders of a context that a Dockerfile's sources stand for, absolute.
 * A source that is not there has none: the builder says so in its own words.
 *
 * @param sources paths and patterns as in `COPY`, relative to the context.
 */
export async function contextFiles(
  context: string,
  sources: readonly string[],
  ignoreFile?: string,
): Promise<string[]> {
  const rules = await readRules(ignoreFile);
  const roots = await Promise.all(sources.map((source) => matching(context, source)));
  const found = await Promise.all(
    [...new Set(roots.flat())].map((path) => walk(context, path, rules)),
  );
  return [...new Set(found.flat())].map((path) => join(context, path));
}

async function readRules(file: string | undefined): Promise<Rules> {
  if (!file) return { ignores: () => false, mayReopen: () => false };
  const text = await readFile(file, 'utf8');
  const rules = dockerignore().add(text);
  const exceptions = [...text.matchAll(/^!\/?(.+?)\/?\s*$/gm)].map(([, path = '']) => path);
  return {
    ignores: (path) => path !== '' && rules.ignores(path),
    mayReopen: (folder) =>
      exceptions.some((path) => /^[^/]*[*?[]/.test(path) || `${path}/`.startsWith(`${folder}/`)),
  };
}

/** Relative to the context, without a leading slash; `''` is the context itself. */
async function matching(context: string, source: string): Promise<string[]> {
  const path = join('/', source).slice(1).replace(/\/$/, '');
  if (!/[*?[]/.test(path)) return [path];
  const found: string[] = [];
  for await (const one of glob(path, { cwd: context })) found.push(one);
  return found;
}

async function walk(context: string, path: string, rules: Rules): Promise<string[]> {
  const kind = await lstat(join(context, path)).catch(() => undefined);
  if (!kind) return [];
  const isOut = rules.ignores(path);
  const own = isOut ? [] : [path];
  if (!kind.isDirectory() || (isOut && !rules.mayReopen(path))) return own;
  const names = await readdir(join(context, path));
  const inside = await Promise.all(names.map((name) => walk(context, join(path, name), rules)));
  return [...own, ...inside.flat()];
}
