import { env } from '@/config/env';
import type { Spec } from './model/openapi';
import { toGroups, type Group } from './model/reference';

const patience = 5_000;

/** The API as its own document describes it; undefined while that cannot be had. Server side only. */
export async function fetchGroups(): Promise<Group[] | undefined> {
  try {
    const address = new URL('/api/v1/openapi.json', env().backendUrl);
    const answer = await fetch(address, {
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    });
    if (!answer.ok) return undefined;
    return toGroups((await answer.json()) as Spec);
  } catch {
    return undefined;
  }
}
