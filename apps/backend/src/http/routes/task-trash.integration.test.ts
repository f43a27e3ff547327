import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createPool } from '../../infra/database/database.ts';
import { createTaskStore } from '../../infra/database/tasks/task-store.ts';
import { createTrashPurge } from '../../modules/tasks/purge-trash.ts';
import { createTestApp } from '../../testing/app.ts';
import type { TestApp } from '../../testing/app.ts';
import { Browser } from '../../testing/browser.ts';
import { createTestDatabase, onServer } from '../../testing/database.ts';
import { taskClient } from '../../testing/task-client.ts';
import type { TaskClient } from '../../testing/task-client.ts';

let url: string;
let app: TestApp;
let ada: Browser;
let tasks: TaskClient;

beforeAll(async () => {
  url = await createTestDatabase(inject('postgres'));
  app = createTestApp(url);
  ada = new Browser(app.server);
  tasks = taskClient(ada);
  await ada.signUp('Ada');
});
afterAll(() => app.close());

const discard = async (title: string) => {
  const made = await tasks.create({ title });
  await ada.send(`DELETE /api/v1/tasks/${made.id}`);
  return tasks.get(made.id);
};
const status = async (request: string, body?: object) => (await ada.send(request, body)).statusCode;

describe('a task in the trash', () => {
  it('is seen there only, and comes back with all it had', async () => {
    const made = await tasks.create({
      title: 'passport',
      notes: 'old one too',
      tags: ['travel'],
      priority: 'high',
      subtasks: [{ id: randomUUID(), title: 'photo', done: true }],
      reminders: [0, 1440],
      dueDate: '2999-05-05',
      dueTime: '10:00',
      timeZone: 'Asia/Kolkata',
      recurrence: { every: 1, unit: 'year' },
    });
    await ada.send(`DELETE /api/v1/tasks/${made.id}`);
    expect(await tasks.titles('status=all&q=passport')).toEqual([]);
    expect(await tasks.titles('status=trash&q=passport')).toEqual(['passport']);

    const trashed = await tasks.get(made.id);
    const [restored] = (await tasks.patch(trashed, { deleted: false })).tasks;
    expect(restored).toEqual({ ...made, version: 3, updatedAt: restored!.updatedAt });
    expect(await tasks.titles('q=passport')).toEqual(['passport']);
  });

  it('gets there by a patch too, and by that of many', async () => {
    const made = await tasks.create({ title: 'patched away' });
    const [gone] = (await tasks.patch(made, { deleted: true })).tasks;
    expect(gone?.deletedAt).not.toBeNull();
    const back = { patches: [{ id: made.id, version: 2, deleted: false }] };
    expect(await status('POST /api/v1/tasks/bulk', back)).toBe(200);
    expect((await tasks.get(made.id)).deletedAt).toBeNull();
  });

  it('takes no other change, and says what to do', async () => {
    const { id, version } = await discard('frozen');
    const answer = await ada.send(`PATCH /api/v1/tasks/${id}`, { title: 'thawed', version });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ detail: 'The task is in the trash. Restore it first.' });
    expect(await status(`POST /api/v1/tasks/${id}/move`, { after: null, version })).toBe(400);
  });

  it('can be deleted for good, one that is not there cannot', async () => {
    const { id } = await discard('gone');
    const alive = await tasks.create({ title: 'alive' });
    expect(await status(`DELETE /api/v1/trash/${id}`)).toBe(204);
    expect(await status(`GET /api/v1/tasks/${id}`)).toBe(404);
    expect(await status(`DELETE /api/v1/trash/${id}`)).toBe(404);
    expect(await status(`DELETE /api/v1/trash/${alive.id}`)).toBe(404);
  });

  it('of one person is untouched when another empties the trash', async () => {
    const bob = new Browser(app.server);
    await bob.signUp('Bob');
    const { id } = await discard('of Ada');
    expect((await bob.send(`DELETE /api/v1/trash/${id}`)).statusCode).toBe(404);
    expect((await bob.send('DELETE /api/v1/trash')).json()).toEqual({ count: 0 });
    expect((await ada.send('DELETE /api/v1/trash')).json().count).toBeGreaterThan(0);
    expect(await tasks.titles('status=trash')).toEqual([]);
  });
});

describe('the purge', () => {
  const stores = () => {
    const pool = createPool(url, () => undefined);
    return {
      pool,
      purge: createTrashPurge({ store: createTaskStore(pool), now: () => new Date() }),
    };
  };

  it('takes what has been in the trash for 30 days, in batches, and by one process at a time', async () => {
    const recent = await discard('recent');
    const old = await discard('old');
    await onServer(
      url,
      `update tasks set deleted_at = now() - interval '30 days 1 minute' where id = '${old.id}';
       insert into tasks (id, user_id, title, notes, created_at, updated_at, deleted_at)
       select gen_random_uuid(), user_id, 'old', '', now(), now(), now() - interval '40 days'
       from tasks, generate_series(1, 1200) where id = '${old.id}'`,
    );
    const [one, two] = [stores(), stores()];
    const counts = await Promise.all([one.purge(), two.purge()]);
    counts.push(await one.purge());
    expect(counts.reduce((sum, count) => sum + count)).toBe(1201);
    expect(await tasks.titles('status=trash')).toEqual([recent.title]);
    await Promise.all([one.pool.end(), two.pool.end()]);
  });
});
