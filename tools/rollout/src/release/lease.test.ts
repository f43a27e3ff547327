import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiServer } from '../kube/double/api-server.ts';
import { thisProcess } from '../process-identity.ts';
import { targetOn } from './fixtures.ts';
import { ReleaseLease } from './lease.ts';
import type { Target } from './target.ts';

const path = '/apis/coordination.k8s.io/v1/namespaces/ns/leases';
const note = vi.fn<(text: string) => void>();
let server: ApiServer;
let target: Target;

beforeEach(async () => {
  note.mockReset();
  server = await new ApiServer().start();
  target = targetOn(server);
});
afterEach(() => server.stop());

const lease = (duration = 10) => new ReleaseLease(target, { duration, interval: 5 });

/** Somebody's lease, renewed now and never again. */
function held(process: object, leaseDurationSeconds = 10): void {
  const annotations = { 'rollout.nx/process': JSON.stringify(process) };
  const at = '2026-01-01T12:30:00.000000Z';
  const spec = { holderIdentity: 'ann@laptop:7', acquireTime: at, renewTime: at };
  server.put(path, {
    metadata: { name: 'todo-rollout', annotations },
    spec: { ...spec, leaseDurationSeconds },
  } as Parameters<typeof server.put>[1]);
}

test('a lease that was given back leaves nothing behind', async () => {
  const mine = lease();
  await mine.take(note);
  expect(server.objects(path)).toEqual([
    expect.objectContaining({
      spec: expect.objectContaining({ holderIdentity: expect.stringContaining(`:${process.pid}`) }),
    }),
  ]);
  await mine.giveBack();
  expect(server.objects(path)).toEqual([]);
  expect(note).not.toHaveBeenCalled();
});

test('two who want it work one after the other, and the second one is told for whom it waits', async () => {
  const [first, second] = [lease(), lease()];
  await first.take(note);
  let isSecond = false;
  const waiting = second.take(note).then(() => void (isSecond = true));
  await vi.waitUntil(() => note.mock.calls.length > 2, 10_000);
  expect(isSecond).toBe(false);
  expect(note).toHaveBeenCalledWith(expect.stringMatching(/^waiting for .+@.+:\d+, which deploys/));
  await first.giveBack();
  await waiting;
  await second.giveBack();
});

test('many at once never overlap', async () => {
  let [inside, most] = [0, 0];
  const work = async () => {
    const mine = lease();
    await mine.take(note);
    most = Math.max(most, (inside += 1));
    await new Promise((resolve) => setImmediate(resolve));
    inside -= 1;
    await mine.giveBack();
  };
  await Promise.all(Array.from({ length: 8 }, work));
  expect(most).toBe(1);
});

test('that of a process of this machine that has ended is taken over at once', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  held({ ...(await thisProcess()), pid }, 3_600);
  const mine = lease();
  await mine.take(note);
  expect(note).not.toHaveBeenCalled();
  await mine.giveBack();
});

test('that of another machine is waited for, and taken over when it gives no sign of life', async () => {
  held({ pid: 7, place: 'laptop', began: '1' }, 0.2);
  const mine = lease();
  await mine.take(note);
  expect(note).toHaveBeenCalledWith('waiting for ann@laptop:7, which deploys since 12:30:00');
  await mine.giveBack();
});

test('a sign of life is given while it is held', async () => {
  const mine = lease(0.06);
  await mine.take(note);
  const [{ metadata: before } = { metadata: undefined }] = server.objects(path);
  await vi.waitUntil(() => {
    return server.objects(path)[0]?.metadata.resourceVersion !== before?.resourceVersion;
  }, 10_000);
  await mine.giveBack();
  expect(server.objects(path)).toEqual([]);
});

test('who has lost it is told before the next step, and leaves the new holder alone', async () => {
  const mine = lease(0.06);
  await mine.take(note);
  mine.assertHeld();
  held({ pid: 7, place: 'laptop', began: '1' });
  await vi.waitUntil(() => {
    try {
      mine.assertHeld();
      return false;
    } catch (error) {
      return (error as Error).message.includes('ann@laptop:7 took over');
    }
  }, 10_000);
  await mine.giveBack();
  expect(server.objects(path)).toHaveLength(1);
});
