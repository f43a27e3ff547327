import { setTimeout as pause } from 'node:timers/promises';
import { Failure, lastLines, run } from '@todo-chatbot/rollout';

/** kubectl with the kubeconfig that it is to use. */
export interface Kubernetes {
  kubectl: string;
  kubeconfig: string;
}

export interface KubectlOptions {
  input?: string;
  mayFail?: boolean;
  log?: string;
  cure?: string;
}

/** Runs kubectl against the instance's own cluster, whatever the user's current context is. */
export async function kubectl(
  { kubectl: program, kubeconfig }: Kubernetes,
  args: readonly string[],
  options: KubectlOptions = {},
): Promise<{ stdout: string; stderr: string; exitCode: number }> {
  return run(program, ['--kubeconfig', kubeconfig, ...args], { timeout: 240_000, ...options });
}

/** The version of a cluster whose API answers and calls itself ready; undefined otherwise. */
export async function readyVersion(kubernetes: Kubernetes): Promise<string | undefined> {
  const options = { mayFail: true };
  const [ready, version] = await Promise.all([
    kubectl(kubernetes, ['get', '--raw', '/readyz', '--request-timeout=5s'], options),
    kubectl(kubernetes, ['get', '--raw', '/version', '--request-timeout=5s'], options),
  ]);
  if (ready.exitCode !== 0 || version.exitCode !== 0) return undefined;
  return (JSON.parse(version.stdout) as { gitVersion: string }).gitVersion;
}

/**
 * Waits until the API answers and every node is ready.
 *
 * @throws {Failure} with kubectl's last words when that takes too long.
 */
export async function waitUntilReady(kubernetes: Kubernetes, seconds: number): Promise<string> {
  const deadline = Date.now() + seconds * 1_000;
  for (;;) {
    const version = await readyVersion(kubernetes);
    // Shortly: an API server that has just come back may go once more, and the wait with it.
    const args = ['wait', '--for=condition=Ready', 'node', '--all', '--timeout=5s'];
    const waited = await kubectl(kubernetes, args, { mayFail: true });
    if (version && waited.exitCode === 0) return version;
    if (Date.now() > deadline) throw neverReady(seconds, waited);
    await pause(250);
  }
}

function neverReady(seconds: number, { stdout, stderr }: { stdout: string; stderr: string }) {
  return new Failure({
    what: `The cluster did not become ready within ${seconds} s.`,
    cure: 'npm start tries again; npm stop, then npm start makes a new cluster (and loses its data)',
    tail: lastLines(`${stdout}\n${stderr}`, 8),
  });
}
