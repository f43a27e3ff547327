import { features, type Features } from '@todo-chatbot/shared';
import { askBackend } from './ask-backend';

/** What this installation can do; undefined while its backend does not answer. Server side only. */
export async function installation(): Promise<Features | undefined> {
  try {
    return features.parse(await (await askBackend('/api/v1/features')).json());
  } catch {
    // The page is useful without: a form that is sent tells by itself what cannot be done.
    return undefined;
  }
}
