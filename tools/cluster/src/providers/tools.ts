import { ensureHelm, ensureKubectl } from '@todo-chatbot/closed-network';
import type { Work } from './provider.ts';

/** The programs that every provider needs. */
export async function prepareTools(work: Work): Promise<string> {
  await Promise.all([ensureKubectl(work), ensureHelm(work)]);
  return 'kubectl, helm';
}
