import { Failure } from '@todo-chatbot/rollout';

/**
 * Lets a failed command say in its message what it said last: a test report keeps nothing else, and
 * what failed on another machine cannot always be had again.
 */
export async function withLastWords<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (!(error instanceof Failure) || !error.tail) throw error;
    throw new Error(`${error.message}\n${error.tail}`, { cause: error });
  });
}
