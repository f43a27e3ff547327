import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createReminderService } from '../../../modules/reminders/reminder-service.ts';
import type { ReminderServicePorts } from '../../../modules/reminders/reminder-service.ts';
import { createTaskService } from '../../../modules/tasks/task-service.ts';
import { createTestDatabase } from '../../../testing/database.ts';
import { addPerson, addRemindedTasks, reminderRounds } from '../../../testing/reminders.ts';
import { createPool } from '../database.ts';
import { createTaskStore } from '../tasks/task-store.ts';
import { createPlanStore } from './plan-store.ts';
import { createReminderStore } from './reminder-store.ts';

let pool: Pool;
const now = () => new Date();

beforeAll(async () => {
  pool = createPool(await createTestDatabase(inject('postgres')), () => undefined);
});
afterAll(() => pool.end());

const serviceOf = (patch?: ReminderServicePorts['tasks']['patch']) => {
  const tasks = createTaskService({ store: createTaskStore(pool), now, newId: randomUUID });
  return createReminderService({
    store: createReminderStore(pool),
    tasks: { patch: patch ?? tasks.patch },
    hasMail: true,
    now,
  });
};

it('mail is stopped once, and a second time is no fault', async () => {
  const service = serviceOf();
  const ada = await addPerson(pool);
  expect(await service.settings(ada)).toEqual({ mail: true, hindrance: null });
  expect((await service.stopMail(ada)).outcome).toBe('done');
  expect((await service.stopMail(ada)).outcome).toBe('already');
  expect(await service.settings(ada)).toEqual({ mail: false, hindrance: null });
  expect((await service.stopMail(randomUUID())).outcome).toBe('gone');
});

it('an address that nobody confirmed is said to hinder mail', async () => {
  const ada = await addPerson(pool, 'Ada', false);
  expect(await serviceOf().settings(ada)).toEqual({ mail: true, hindrance: 'unconfirmed' });
});

it('a task that changes while it is completed is looked at again', async () => {
  const ada = await addPerson(pool);
  await addRemindedTasks(pool, ada, 1);
  await reminderRounds(pool).past();
  const [reminder] = (await serviceOf().list(ada)).items;
  const tasks = createTaskService({ store: createTaskStore(pool), now, newId: randomUUID });
  let tries = 0;
  const service = serviceOf(async (key, patch) => {
    tries += 1;
    // Somebody else is faster, the first time.
    if (tries === 1) await tasks.patch(key, { version: patch.version, title: 'Another title' });
    return tasks.patch(key, patch);
  });
  const { id, task } = reminder!;
  expect(await service.completeFromReminder(ada, id)).toEqual({ outcome: 'done', taskId: task.id });
  expect(await tasks.get({ ownerId: ada, id: task.id })).toMatchObject({
    ...{ title: 'Another title', completed: true },
  });
  expect([tries, (await service.list(ada)).unread]).toEqual([2, 0]);
});

it('what was told a month ago is forgotten', async () => {
  const ada = await addPerson(pool);
  await addRemindedTasks(pool, ada, 2);
  await reminderRounds(pool).past();
  const service = serviceOf();
  const [old, recent] = (await service.list(ada)).items;
  await pool.query(`update reminders set told_at = now() - interval '31 days' where id = $1`, [
    old!.id,
  ]);
  await createPlanStore(pool).forget(30);
  expect((await service.list(ada)).items.map(({ id }) => id)).toEqual([recent!.id]);
});
