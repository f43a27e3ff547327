import { expect, test } from 'vitest';
import { ask, readPage } from './client.ts';
import { kubectl, podIds, pods } from './kubernetes.ts';
import { underLoad } from './load.ts';

const apps = ['deployment/backend', 'deployment/frontend'];

async function rolledOut(...deployments: string[]): Promise<void> {
  for (const one of deployments) await kubectl('rollout', 'status', one, '--timeout=3m');
}

/** The answered requests for tasks, as each pod of the backend has logged them. */
async function answeredByPod(): Promise<number[]> {
  const counts = (await pods('backend')).map(async ({ metadata }) => {
    const log = await kubectl('logs', metadata.name);
    return log.split('\n').filter((line) => line.includes('"route":"/api/v1/tasks"')).length;
  });
  return Promise.all(counts);
}

/** What people do to a running app by hand, and what those who use it must not notice. */
export function availabilityTests(cookieOf: () => string): void {
  test('a restart of both apps by kubectl fails no request', async () => {
    const before = [...(await podIds('backend')), ...(await podIds('frontend'))];
    const load = await underLoad(cookieOf(), async () => {
      await kubectl('rollout', 'restart', ...apps);
      await rolledOut(...apps);
    });
    expect(load.failures).toEqual([]);
    const after = [...(await podIds('backend')), ...(await podIds('frontend'))];
    expect(after.filter((id) => before.includes(id))).toEqual([]);
  });

  test('kubectl rollout undo brings the version before back', async () => {
    const revisions = await kubectl('rollout', 'history', 'deployment/frontend');
    // The last one is the restart, which runs the edited page as well.
    const [first = ''] = [...revisions.matchAll(/^(\d+)/gm)].map(([number]) => number);
    const load = await underLoad(cookieOf(), async () => {
      await kubectl('rollout', 'undo', 'deployment/frontend', `--to-revision=${first}`);
      await rolledOut('deployment/frontend');
    });
    process.stdout.write(`rollout undo took ${(load.duration / 1_000).toFixed(1)} s\n`);
    await expect.poll(() => readPage('/'), { timeout: 20_000 }).not.toContain('data-verify');
    expect(load.failures).toEqual([]);
  });

  test('three replicas of the backend all answer, and a deleted one is replaced unnoticed', async () => {
    await kubectl('scale', 'deployment/backend', '--replicas=3');
    await rolledOut('deployment/backend');
    // The connections that the frontend keeps go to the first replica for ten seconds more.
    const burst = () =>
      Promise.all(Array.from({ length: 12 }, () => ask('/api/v1/tasks', { cookie: cookieOf() })));
    await expect
      .poll(() => burst().then(answeredByPod), { timeout: 60_000, interval: 500 })
      .toSatisfy((counts: number[]) => counts.length === 3 && counts.every((count) => count > 0));

    const [victim] = await pods('backend');
    const load = await underLoad(cookieOf(), async () => {
      await kubectl('delete', 'pod', victim?.metadata.name ?? '');
      await rolledOut('deployment/backend');
    });
    expect(load.failures).toEqual([]);
    expect(await podIds('backend')).toHaveLength(3);
    expect(await podIds('backend')).not.toContain(victim?.metadata.uid);
  });

  test('a killed pod is replaced, and the app answers meanwhile and afterwards', async () => {
    const [victim] = await pods('backend');
    const load = await underLoad(cookieOf(), async () => {
      await kubectl('delete', 'pod', victim?.metadata.name ?? '', '--grace-period=0', '--force');
      await rolledOut('deployment/backend');
    });
    // Those that the pod was just answering, and those that came before the cluster had noticed.
    expect(load.failures.length).toBeLessThan(load.requests / 5);
    expect((await ask('/api/v1/tasks', { cookie: cookieOf() })).status).toBe(200);
    await kubectl('scale', 'deployment/backend', '--replicas=1');
    await rolledOut('deployment/backend');
  });
}
