import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readlinkSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Failure } from './failure.ts';
import { digestOf, openDigests, type FileDigests } from './file-digests.ts';

/** Everything that goes into an image. */
export interface ImageContent {
  /** Paths in the content are relative to this folder, so that a clone elsewhere hashes the same. */
  root: string;
  /** Files and folders that reach the image, absolute, each by itself. */
  files: readonly string[];
  /** The Dockerfile and its ignore file, absolute. */
  recipe: readonly string[];
  /** Build arguments, without those that name an image. */
  args: Readonly<Record<string, string>>;
  /** The images that it stands on or copies from, with their ids. */
  bases: Readonly<Record<string, string>>;
  /** Where the digests of files are kept for the next time, absolute; without it each is read. */
  digests?: string | undefined;
}

/** One short hash for each kind of input, so that a change can be named. */
export type ContentParts = Record<'files' | 'Dockerfile' | 'arguments' | 'base image', string>;

/** Milliseconds of reading after which whatever else waits has its turn. */
const turn = 5;

/** Hashes what goes into an image, kind by kind. Times are not part of it; the executable bit is. */
export async function contentParts(content: ImageContent): Promise<ContentParts> {
  const digests = openDigests(content.digests);
  const files = await hashInTurns(content.root, content.files, digests.of);
  digests.keep();
  return {
    files,
    Dockerfile: hashPaths(content.root, content.recipe),
    arguments: hashRecord(content.args),
    'base image': hashRecord(content.bases),
  };
}

/** The tag of an image with this content: 12 hex digits. */
export function contentTag(parts: ContentParts): string {
  return hashRecord(parts);
}

/** Hashes files and folders by relative path, kind, executable bit and bytes. */
export function hashTrees(root: string, paths: readonly string[]): string {
  return hashPaths(root, paths.flatMap(walk));
}

/** Hashes these files and folders alone, without what is in the folders. */
function hashPaths(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of inOrder(paths)) hash.update(entry(root, path, digestOf));
  return short(hash.digest('hex'));
}

/** {@link hashPaths} that lets other work go on: that of a cluster's answers, of other images. */
async function hashInTurns(
  root: string,
  paths: readonly string[],
  digest: FileDigests['of'],
): Promise<string> {
  const hash = createHash('sha256');
  let since = performance.now();
  for (const path of inOrder(paths)) {
    hash.update(entry(root, path, digest));
    if (performance.now() - since < turn) continue;
    await nextTurn();
    since = performance.now();
  }
  return short(hash.digest('hex'));
}

const inOrder = (paths: readonly string[]) => [...new Set(paths)].sort();

/** Hashes names and values, whatever their order. */
export function hashRecord(record: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return short(createHash('sha256').update(JSON.stringify(sorted)).digest('hex'));
}

function walk(path: string): string[] {
  const kind = lstatSync(path, { throwIfNoEntry: false });
  if (!kind) {
    throw new Failure({
      what: `${path} is an input of what is deployed, and does not exist.`,
      cure: 'restore it, or build the app that makes it: npx nx build <app>',
    });
  }
  if (!kind.isDirectory()) return [path];
  const inside = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return [path, ...inside.map((name) => join(path, name))];
}

/** A line that no other entry can produce: JSON keeps the fields apart. */
function entry(root: string, path: string, digest: FileDigests['of']): string {
  const name = nameIn(root, path);
  try {
    const stats = lstatSync(path);
    if (stats.isSymbolicLink()) return line(name, 'link', readlinkSync(path));
    if (stats.isDirectory()) return line(name, 'folder', '');
    return line(name, stats.mode & 0o100 ? 'program' : 'file', digest(path, stats));
  } catch (cause) {
    throw new Failure({
      what: `${path} vanished while it was read.`,
      cure: 'something else is building it; run this again when that has ended',
      cause,
    });
  }
}

/** The path from the root, with slashes. Most lie in it, and for thousands cutting is quicker. */
function nameIn(root: string, path: string): string {
  const start = root + sep;
  const name = path.startsWith(start) ? path.slice(start.length) : relative(root, path);
  return sep === '/' ? name : name.replaceAll(sep, '/');
}

function line(...fields: string[]): string {
  return `${JSON.stringify(fields)}\n`;
}

function short(hex: string): string {
  return hex.slice(0, 12);
}
