import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Gives a context a name that no other image has. A builder keeps one copy of a context for each
 * name and is sent what differs from it: of two images that take different parts of one folder,
 * each would send the other's away. The client's own builder goes by the whole path, buildx by the
 * last part of it, so the name is a link.
 *
 * @see https://github.com/docker/buildx/blob/v0.30.0/build/opt.go `SharedKey`
 * @param folder where links may be kept, absolute.
 * @returns the link; the context itself where none can be made.
 */
export function nameContext(
  { context, dockerfile }: { context: string; dockerfile: string },
  folder: string,
): string {
  const image = createHash('sha256').update(JSON.stringify([context, dockerfile]));
  const link = join(folder, image.digest('hex').slice(0, 12));
  try {
    mkdirSync(folder, { recursive: true });
    symlinkSync(context, link);
  } catch {
    // It is there from the last time, or cannot be made.
  }
  return existsSync(link) ? link : context;
}
