import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from '@todo-chatbot/rollout';

/**
 * Waits until the site answers, and the backend through it: a task list
 * without a session is refused (401), which only the backend does.
 */
export async function waitForApp(address: string, patience = 120_000): Promise<void> {
  const deadline = Date.now() + patience;
  let problem = await look(address);
  while (problem && Date.now() < deadline) {
    await pause(200);
    problem = await look(address);
  }
  if (!problem) return;
  throw new Failure({
    what: `The app does not answer at ${address}: ${problem}.`,
    cure: 'look at its pods: kubectl -n todo-chatbot get pods, then npm start',
  });
}

async function look(address: string): Promise<string | undefined> {
  return (await ask(`${address}/`, 200)) ?? (await ask(`${address}/api/v1/tasks`, 401));
}

async function ask(url: string, expected: number): Promise<string | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    await response.body?.cancel();
    return response.status === expected ? undefined : `${url} says ${response.status}`;
  } catch (error) {
    const cause = (error as Error).cause as { code?: string } | undefined;
    return `${url}: ${cause?.code ?? (error as Error).message}`;
  }
}
