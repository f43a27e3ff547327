import { askBackend } from '@/lib/ask-backend';
import type { Spec } from './model/openapi';
import { toGroups, type Group } from './model/reference';

/** The API as its own document describes it; undefined while that cannot be had. Server side only. */
export async function fetchGroups(): Promise<Group[] | undefined> {
  try {
    const answer = await askBackend('/api/v1/openapi.json');
    return answer.ok ? toGroups((await answer.json()) as Spec) : undefined;
  } catch {
    return undefined;
  }
}
