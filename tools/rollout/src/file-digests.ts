import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, type Stats } from 'node:fs';
import { keep, recall } from './memory-file.ts';

/** Digests of files, each read again only when the file system says that it may have changed. */
export interface FileDigests {
  /** SHA-256 of a file's bytes, in hex. */
  of(path: string, stats: Stats): string;
  /** Writes down what was asked for, for the next process. */
  keep(): void;
}

/** Size, time of its bytes, time of its record, inode, and the digest that belongs to them. */
type Known = readonly [number, number, number, number, string];

/**
 * Milliseconds for which a file must have been left alone to be believed: two changes within one
 * tick of the file system's clock look alike.
 *
 * @see https://git-scm.com/docs/racy-git
 */
const settled = 2_000;

/**
 * Opens the digests of an earlier process.
 *
 * @param file where they are kept, absolute; without it every file is read. One that is not there
 *   or cannot be understood counts as empty.
 */
export function openDigests(file: string | undefined): FileDigests {
  const known = (file && recall<Record<string, Known>>(file)) || {};
  const asked: Record<string, Known> = {};
  let isNew = false;
  return {
    of: (path, { size, mtimeMs, ctimeMs, ino }) => {
      const seen = [size, mtimeMs, ctimeMs, ino] as const;
      const before = known[path];
      if (before && seen.every((value, at) => value === before[at])) {
        asked[path] = before;
        return before[4];
      }
      const digest = digestOf(path);
      if (Date.now() - ctimeMs > settled) {
        asked[path] = [...seen, digest];
        isNew = true;
      }
      return digest;
    },
    keep: () => {
      if (file !== undefined && isNew) keep(file, asked);
    },
  };
}

// Read synchronously: of thousands of small calls, waiting for each is most of the time.
const buffer = Buffer.allocUnsafe(256 * 1024);

/** SHA-256 of a file's bytes, in hex. */
export function digestOf(path: string): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const length = readSync(file, buffer);
      if (length === 0) return hash.digest('hex');
      hash.update(buffer.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
}
