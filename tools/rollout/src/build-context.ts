import { existsSync, globSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import dockerignore from '@balena/dockerignore';

interface Rules {
  /** Whether a build does not see a path. */
  ignores(path: string): boolean;
  /** Whether what is in a folder shares its fate, but for entries whose own name decides. */
  decidesFor(folder: string): boolean;
  /** Whether an entry's name alone may decide, wherever it lies. */
  isNamed(name: string): boolean;
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
export function contextFiles(
  context: string,
  sources: readonly string[],
  ignoreFile?: string,
): string[] {
  const rules = readRules(ignoreFile);
  const roots = new Set(sources.flatMap((source) => matching(context, source)));
  const found = new Set<string>();
  for (const path of roots) {
    const kind = lstatSync(join(context, path), { throwIfNoEntry: false });
    if (kind) walk({ path, isFolder: kind.isDirectory() }, { context, rules, found });
  }
  return [...found].map((path) => join(context, path));
}

function readRules(file: string | undefined): Rules {
  if (!file) {
    const never = () => false;
    return { ignores: never, decidesFor: () => true, isNamed: never, mayReopen: never };
  }
  const text = readFileSync(file, 'utf8');
  const rules = dockerignore({ ignorecase: false }).add(text);
  const lines = readLines(text);
  const exceptions = lines.filter(({ isException }) => isException).map(({ pattern }) => pattern);
  const patterns = lines.map(({ pattern }) => pattern);
  const names = patterns.flatMap((one) => /^\*\*\/([^/?[\\]+)$/.exec(one)?.[1] ?? []);
  const named = names.map((name) => name.replace(/[.+^${}()|\]]/g, '\\$&').replaceAll('*', '.*'));
  const places = patterns.filter((one) => !one.startsWith('**/') || /[/?[\\]/.test(one.slice(3)));
  const isNamed = new RegExp(`^(?:${named.join('|') || '(?!)'})$`);
  return {
    ignores: (path) => path !== '' && rules.ignores(path),
    decidesFor: (folder) => {
      const depth = folder.split('/').length;
      return folder !== '' && !places.some((place) => reaches(place, folder, depth));
    },
    isNamed: (name) => isNamed.test(name),
    mayReopen: (folder) =>
      exceptions.some((path) => /^[^/]*[*?[]/.test(path) || `${path}/`.startsWith(`${folder}/`)),
  };
}

/** The patterns of an ignore file, cleaned as the builder cleans them. */
function readLines(text: string): { pattern: string; isException: boolean }[] {
  const lines = text.split('\n').filter((line) => !line.startsWith('#') && line.trim() !== '');
  return lines.map((line) => {
    const [, not, path = ''] = /^(!?)\s*(.*)$/.exec(line.trim()) ?? [];
    return { pattern: relativePath(path), isException: not === '!' };
  });
}

/** Whether a pattern may say something of what is in a folder that it does not say of the folder. */
function reaches(pattern: string, folder: string, depth: number): boolean {
  if (pattern.includes('**')) return true;
  const isDeeper = pattern.split('/').length > depth;
  return isDeeper && (/[*?[\\]/.test(pattern) || pattern.startsWith(`${folder}/`));
}

/** Relative to the context, without a leading slash; `''` is the context itself. */
function matching(context: string, source: string): string[] {
  const path = relativePath(source);
  return /[*?[]/.test(path) ? globSync(path, { cwd: context }) : [path];
}

/** `./a//b/` → `a/b`. */
const relativePath = (path: string) => join('/', path).slice(1).replace(/\/$/, '');

interface Place {
  path: string;
  isFolder: boolean;
  /** What is known of it, without asking the rules. */
  isOut?: boolean;
}

interface Walk {
  context: string;
  rules: Rules;
  /** Filled with what a build sees. */
  found: Set<string>;
}

// Synchronous: of thousands of small calls, waiting for each is most of the time.
function walk({ path, isFolder, isOut: known }: Place, given: Walk): void {
  const { context, rules, found } = given;
  const isOut = known ?? rules.ignores(path);
  if (!isOut) found.add(path);
  if (!isFolder || (isOut && !rules.mayReopen(path))) return;
  const shared = rules.decidesFor(path) ? isOut : undefined;
  const start = path === '' ? '' : `${path}/`;
  for (const entry of readdirSync(join(context, path), { withFileTypes: true })) {
    const isOpen = rules.isNamed(entry.name) || shared === undefined;
    const place = { path: start + entry.name, isFolder: entry.isDirectory() };
    walk(isOpen ? place : { ...place, isOut: shared }, given);
  }
}
