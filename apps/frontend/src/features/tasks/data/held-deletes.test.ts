import { afterEach, expect, it, vi } from 'vitest';
import { heldBack, holdBack, release } from './held-deletes';
import { sendHeldDeletes } from './use-delete-task';

afterEach(() => {
  for (const id of heldBack()) release(id);
  vi.unstubAllGlobals();
});

it('a task that was brought back is not deleted', async () => {
  const fetched = vi.fn(() => Promise.resolve(new Response(null, { status: 204 })));
  vi.stubGlobal('fetch', fetched);
  holdBack('a');
  holdBack('b');
  release('a');
  await sendHeldDeletes();
  expect(fetched.mock.calls).toEqual([
    ['/api/v1/tasks/b', expect.objectContaining({ method: 'DELETE', keepalive: true })],
  ]);
});
