import { features, type Features } from '@todo-chatbot/shared';
import { env } from '@/config/env';

const patience = 2_000;

/** What this installation can do; undefined while its backend does not answer. Server side only. */
export async function installation(): Promise<Features | undefined> {
  try {
    const address = new URL('/api/v1/features', env().backendUrl);
    const answer = await fetch(address, {
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    });
    return features.parse(await answer.json());
  } catch {
    // The page is useful without: a form that is sent tells by itself what cannot be done.
    return undefined;
  }
}
