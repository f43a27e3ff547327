import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Failure } from './failure.ts';

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
}

/** One short hash for each kind of input, so that a change can be named. */
export type ContentParts = Record<'files' | 'Dockerfile' | 'arguments' | 'base image', string>;

const chunk = 32;
const streamed = 1024 * 1024;

/** Hashes what goes into an image, kind by kind. Times are not part of it; the executable bit is. */
export async function contentParts(content: ImageContent): Promise<ContentParts> {
  const [files, recipe] = await Promise.all([
    hashPaths(content.root, content.files),
    hashPaths(content.root, content.recipe),
  ]);
  return {
    files,
    Dockerfile: recipe,
    arguments: hashRecord(content.args),
    'base image': hashRecord(content.bases),
  };
}

/** The tag of an image with this content: 12 hex digits. */
export function contentTag(parts: ContentParts): string {
  return hashRecord(parts);
}

/** Hashes files and folders by relative path, kind, executable bit and bytes. */
export async function hashTrees(root: string, paths: readonly string[]): Promise<string> {
  return hashPaths(root, (await Promise.all([...paths].map(walk))).flat());
}

/** Hashes these files and folders alone, without what is in the folders. */
async function hashPaths(root: string, paths: readonly string[]): Promise<string> {
  const names = [...new Set(paths)].sort();
  const hash = createHash('sha256');
  for (let start = 0; start < names.length; start += chunk) {
    const part = names.slice(start, start + chunk);
    const lines = await Promise.all(part.map((path) => entry(root, path).catch(vanished)));
    for (const line of lines) hash.update(line);
  }
  return short(hash.digest('hex'));
}

/** Hashes names and values, whatever their order. */
export function hashRecord(record: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return short(createHash('sha256').update(JSON.stringify(sorted)).digest('hex'));
}

async function walk(path: string): Promise<string[]> {
  const kind = await lstat(path).catch(() => {
    throw new Failure({
      what: `${path} is an input of what is deployed, and does not exist.`,
      cure: 'restore it, or build the app that makes it: npx nx build <app>',
    });
  });
  if (!kind.isDirectory()) return [path];
  const inside = await readdir(path, { recursive: true });
  return [path, ...inside.map((name) => join(path, name))];
}

function vanished(cause: NodeJS.ErrnoException): never {
  throw new Failure({
    what: `${cause.path} vanished while it was read.`,
    cure: 'something else is building it; run this again when that has ended',
    cause,
  });
}

/** A line that no other entry can produce: JSON keeps the fields apart. */
async function entry(root: string, path: string): Promise<string> {
  const name = relative(root, path).split(sep).join('/');
  const stats = await lstat(path);
  if (stats.isSymbolicLink()) return line(name, 'link', await readlink(path));
  if (stats.isDirectory()) return line(name, 'folder', '');
  const kind = stats.mode & 0o100 ? 'program' : 'file';
  return line(name, kind, await digest(path, stats.size));
}

function line(...fields: string[]): string {
  return `${JSON.stringify(fields)}\n`;
}

async function digest(path: string, size: number): Promise<string> {
  const hash = createHash('sha256');
  if (size > streamed) await pipeline(createReadStream(path), hash);
  else hash.update(await readFile(path));
  return hash.digest('hex');
}

function short(hex: string): string {
  return hex.slice(0, 12);
}
