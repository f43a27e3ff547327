import { get } from 'node:http';
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
    const status = await statusOf(url);
    return status === expected ? undefined : `${url} says ${status}`;
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    return `${url}: ${code ?? message}`;
  }
}

/**
 * Asks over a connection of its own each time. While a cluster comes back,
 * addresses move between pods, and a connection that was made then keeps
 * leading to the wrong one for as long as it is kept alive.
 */
function statusOf(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { agent: false, timeout: 5_000 }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.once('timeout', () => asked.destroy(new Error('no answer within 5 s')));
    asked.once('error', reject);
  });
}
