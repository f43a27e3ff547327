import { gunzipSync } from 'node:zlib';
import { Failure } from '../failure.ts';
import { secretPath } from './history.ts';
import { parseManifestObjects } from './manifest.ts';
import type { KubeObject } from './objects.ts';
import { apiOf, type Target } from './target.ts';

/** The objects of a revision, as Helm has recorded it. */
export async function storedObjects(target: Target, revision: number): Promise<KubeObject[]> {
  const path = secretPath(target, revision);
  const secret = await apiOf(target).get<{ data: { release: string } }>(path);
  if (!secret) {
    throw new Failure({
      what: `Helm's record of revision ${revision} of ${target.release} is gone.`,
      cure: 'run the same command again',
    });
  }
  return parseManifestObjects(decodeRelease(secret.data.release).manifest);
}

/** Reads Helm's record: JSON, compressed, in base64, and once more in that of the Secret. */
export function decodeRelease(data: string): { manifest: string } {
  const compressed = Buffer.from(Buffer.from(data, 'base64').toString('ascii'), 'base64');
  return JSON.parse(gunzipSync(compressed).toString('utf8')) as { manifest: string };
}
