import { randomUUID } from 'node:crypto';
import { reminderAnswer, reminderList, reminderSettings } from '@todo-chatbot/shared';
import type { Reminder } from '@todo-chatbot/shared';
import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createPool } from '../../infra/database/database.ts';
import { createTestApp } from '../../testing/app.ts';
import type { TestApp } from '../../testing/app.ts';
import { Browser } from '../../testing/browser.ts';
import { createTestDatabase } from '../../testing/database.ts';
import { listen, openEvents } from '../../testing/event-stream.ts';
import { until } from '../../testing/process.ts';
import { dueIn, remindedTask, reminderRounds } from '../../testing/reminders.ts';
import { taskClient } from '../../testing/task-client.ts';
import type { TaskClient } from '../../testing/task-client.ts';

let app: TestApp;
/** Another process of the app, on the same database. */
let other: TestApp;
let pool: Pool;
let rounds: ReturnType<typeof reminderRounds>;
let ada: Browser;
let tasks: TaskClient;
let people = 0;

beforeAll(async () => {
  const url = await createTestDatabase(inject('postgres'));
  app = createTestApp(url);
  other = createTestApp(url);
  pool = createPool(url, () => undefined);
  rounds = reminderRounds(pool);
});
afterAll(async () => {
  await Promise.all([app.close(), other.close()]);
  await pool.end();
});
beforeEach(async () => {
  ada = new Browser(app.server);
  await ada.signUp(`Ada${(people += 1)}`);
  tasks = taskClient(ada);
});

const list = async () => reminderList.parse((await ada.send('GET /api/v1/reminders')).json());
const titles = async () => (await list()).items.map(({ task }) => task.title);

async function told(title = 'Water the plants'): Promise<Reminder> {
  await tasks.create(remindedTask(title));
  await rounds.past();
  const { items } = await list();
  return items.find(({ task }) => task.title === title)!;
}
const post = (path: string, body: object = {}) => ada.send(`POST /api/v1/reminders/${path}`, body);
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const complete = ({ id }: Reminder) => ada.send(`POST /api/v1/reminders/${id}/complete`);
const waiting = async (taskId: string) => {
  await rounds.plan();
  const text = `select fires_at from reminders where task_id = $1 and state = 'waiting'`;
  return (await pool.query<{ fires_at: Date }>(text, [taskId])).rows.map((row) => row.fires_at);
};

describe('what is due', () => {
  it('is told once, with the task as it is now and why no mail went', async () => {
    const reminder = await told();
    await rounds.past();
    const { items, unread } = await list();
    expect([items, unread]).toEqual([[reminder], 1]);
    expect(reminder).toMatchObject({
      task: { title: 'Water the plants', timeZone: 'UTC' },
      ...{ missed: false, read: false, current: true, mail: 'no_mail_here' },
    });
  });

  it('fires twice for two reminders of one task', async () => {
    await tasks.create({ title: 'Both', ...dueIn(-5), reminders: [0, 30] });
    await rounds.past();
    const { items } = await list();
    expect(items.map(({ task }) => task.title)).toEqual(['Both', 'Both']);
    const [one, other] = items.map(({ firesAt }) => Date.parse(firesAt));
    expect(Math.abs(one! - other!)).toBe(30 * 60_000);
  });

  it('is not told for a moment that was over when the task was made', async () => {
    await tasks.create(remindedTask('Over already', -60));
    await rounds.plan();
    await rounds.tell();
    expect(await titles()).toEqual([]);
  });

  it('is told for a moment that came after a change that nobody worked on since', async () => {
    await tasks.create({ title: 'Nothing ran', ...dueIn(-90), reminders: [0] });
    await rounds.past();
    expect((await list()).items).toMatchObject([{ missed: true, mail: 'no_mail_here' }]);
  });

  it.each([
    ['completed', { completed: true }],
    ['deleted', { deleted: true }],
    ['rescheduled', dueIn(600)],
    ['without reminders', { reminders: [] }],
  ])('is not told of a task that is %s', async (_how, change) => {
    const task = await tasks.create(remindedTask('Changed in time'));
    await tasks.patch(task, change);
    await rounds.past();
    expect(await titles()).toEqual([]);
  });

  it.each([
    ['completed', { completed: true }],
    ['deleted', { deleted: true }],
    ['rescheduled', dueIn(600)],
  ])('is not told of a task %s after it was worked out', async (_how, change) => {
    const task = await tasks.create(remindedTask('Changed late'));
    await pool.query(`update reminder_changes set changed_at = now() - interval '1 day'`);
    await rounds.plan();
    await tasks.patch(task, change);
    await rounds.tell();
    expect(await titles()).toEqual([]);
  });
});

describe('what is to come', () => {
  it('follows every change of the task, and comes back with it', async () => {
    const task = await tasks.create(remindedTask('Later', 120));
    const [first, ...others] = await waiting(task.id);
    expect([first, others]).toEqual([expect.any(Date), []]);

    const done = await tasks.patch(task, { completed: true });
    expect(await waiting(task.id)).toEqual([]);
    const open = await tasks.patch(done.tasks[0]!, { completed: false });
    expect(await waiting(task.id)).toEqual([first]);

    await ada.send(`DELETE /api/v1/tasks/${task.id}`);
    expect(await waiting(task.id)).toEqual([]);
    const trashed = await tasks.get(task.id);
    await tasks.patch(trashed, { deleted: false });
    expect(await waiting(task.id)).toEqual([first]);

    const moved = await tasks.patch(await tasks.get(open.tasks[0]!.id), dueIn(180));
    expect(await waiting(task.id)).toEqual([new Date(first!.getTime() + 3_600_000)]);
    await tasks.patch(moved.tasks[0]!, { reminders: [10, 20] });
    expect(await waiting(task.id)).toHaveLength(2);
  });

  it('is worked out for the next occurrence, too', async () => {
    const recurrence = { every: 1, unit: 'day' };
    const task = await tasks.create({
      ...remindedTask('Daily', 120),
      recurrence: recurrence as never,
    });
    const { tasks: changed } = await tasks.patch(task, { completed: true });
    expect(await waiting(task.id)).toEqual([]);
    expect(await waiting(changed[1]!.id)).toHaveLength(1);
  });

  it('is worked out for what was imported', async () => {
    await tasks.create(remindedTask('Taken along', 120));
    const exported = (await ada.send('GET /api/v1/account/export')).json();
    const bob = new Browser(app.server);
    await bob.signUp(`Bob${people}`);
    const answer = await bob.send('POST /api/v1/account/import', exported);
    expect(answer.statusCode, answer.body).toBeLessThan(300);
    const [copy] = (await taskClient(bob).list('limit=10')).items;
    expect(await waiting(copy!.id)).toHaveLength(1);
  });
});

describe('a told reminder', () => {
  it('is seen by all devices once one of them saw it, and they hear of it', async () => {
    const url = await listen(other.server);
    const events = await openEvents(url, ada);
    const heard = () => events.events().filter(({ type }) => type === 'reminders').length;
    // Who begins to listen is told to read everything.
    await until('the process listens', async () => heard() === 1);
    const reminder = await told('Heard of');
    await until('the reminder is heard of', async () => heard() === 2);
    const seen = reminderList.parse((await post('read', { ids: [reminder.id] })).json());
    expect([seen.unread, seen.items[0]?.read]).toEqual([0, true]);
    await until('that it was seen is heard of', async () => heard() === 3);
    events.close();
  });

  it('is read with all others when none is named', async () => {
    await told('one');
    await told('two');
    expect(reminderList.parse((await post('read', { ids: null })).json()).unread).toBe(0);
  });

  it('completes its task, once', async () => {
    const reminder = await told();
    const { id: taskId } = reminder.task;
    const first = reminderAnswer.parse((await complete(reminder)).json());
    const second = reminderAnswer.parse((await complete(reminder)).json());
    expect([first, second]).toEqual([
      { outcome: 'done', taskId },
      { outcome: 'already', taskId },
    ]);
    expect((await tasks.get(taskId)).completed).toBe(true);
    expect((await list()).items).toMatchObject([{ read: true, current: false }]);
  });

  it('of a rescheduled task is outdated and changes nothing', async () => {
    const reminder = await told();
    const before = await tasks.get(reminder.task.id);
    const { tasks: after } = await tasks.patch(before, dueIn(600));
    expect((await complete(reminder)).json()).toMatchObject({ outcome: 'outdated' });
    const snoozed = await post(`${reminder.id}/snooze`, { until: inAnHour() });
    expect(snoozed.json()).toMatchObject({ outcome: 'outdated' });
    expect(await tasks.get(before.id)).toEqual(after[0]);
  });

  it('of a deleted task, or of another person, is not found', async () => {
    const reminder = await told();
    await ada.send(`DELETE /api/v1/tasks/${reminder.task.id}`);
    expect((await complete(reminder)).statusCode).toBe(404);
    const bob = new Browser(app.server);
    await bob.signUp(`Bob${people}`);
    const his = await bob.send(`POST /api/v1/reminders/${reminder.id}/complete`);
    expect([his.statusCode, (await post(`${randomUUID()}/complete`)).statusCode]).toEqual([
      404, 404,
    ]);
  });

  it('comes once more when it is snoozed, and not twice for two clicks', async () => {
    const reminder = await told();
    const until = inAnHour();
    const snooze = async () => (await post(`${reminder.id}/snooze`, { until })).json().outcome;
    expect([await snooze(), await snooze()]).toEqual(['done', 'already']);
    const { id } = reminder.task;
    expect(await waiting(id)).toEqual([new Date(until)]);
    const done = await tasks.patch(await tasks.get(id), { completed: true });
    expect(await waiting(id)).toEqual([]);
    const open = await tasks.patch(done.tasks[0]!, { completed: false });
    expect(await waiting(id)).toEqual([new Date(until)]);
    await tasks.patch(open.tasks[0]!, dueIn(900));
    expect(await waiting(id)).not.toContainEqual(new Date(until));
  });

  it('is not snoozed into the past, nor for years', async () => {
    const reminder = await told();
    for (const moment of ['2020-01-01T00:00:00Z', '2199-01-01T00:00:00Z']) {
      const answer = await post(`${reminder.id}/snooze`, { until: moment });
      expect([answer.statusCode, answer.json().errors ?? answer.json()]).toMatchObject([400, {}]);
    }
  });
});

describe('by mail', () => {
  const settings = async () =>
    reminderSettings.parse((await ada.send('GET /api/v1/account/reminders')).json());

  it('is wanted until somebody says otherwise, and what hinders it is said', async () => {
    expect(await settings()).toEqual({ mail: true, hindrance: 'no_mail_here' });
    const off = await ada.send('PATCH /api/v1/account/reminders', { mail: false });
    expect(off.json()).toEqual({ mail: false, hindrance: 'no_mail_here' });
    expect((await told()).mail).toBe('unwanted');
    await ada.send('PATCH /api/v1/account/reminders', { mail: true });
    expect(await settings()).toEqual({ mail: true, hindrance: 'no_mail_here' });
  });
});
