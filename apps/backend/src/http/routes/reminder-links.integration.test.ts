import { randomUUID } from 'node:crypto';
import { reminderLinkView, reminderList, reminderSettings } from '@todo-chatbot/shared';
import type { Reminder, ReminderLinkAction } from '@todo-chatbot/shared';
import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createPool } from '../../infra/database/database.ts';
import { createLinkTokens } from '../../modules/reminders/links/link-token.ts';
import { createTestApp, origin, testLinkSecret } from '../../testing/app.ts';
import type { TestApp } from '../../testing/app.ts';
import { Browser, passwordOf } from '../../testing/browser.ts';
import { createTestDatabase } from '../../testing/database.ts';
import { remindedTask, reminderRounds } from '../../testing/reminders.ts';
import { taskClient } from '../../testing/task-client.ts';
import type { TaskClient } from '../../testing/task-client.ts';

let app: TestApp;
let pool: Pool;
let rounds: ReturnType<typeof reminderRounds>;
let name: string;
let ada: Browser;
let tasks: TaskClient;
let userId: string;
let people = 0;

beforeAll(async () => {
  const url = await createTestDatabase(inject('postgres'));
  app = createTestApp(url);
  pool = createPool(url, () => undefined);
  rounds = reminderRounds(pool);
});
afterAll(async () => {
  await app.close();
  await pool.end();
});
beforeEach(async () => {
  ada = new Browser(app.server);
  name = `Ada${(people += 1)}`;
  userId = (await ada.signUp(name)).json().user.id;
  tasks = taskClient(ada);
});

const tokens = createLinkTokens(testLinkSecret);
const day = 86_400_000;

interface Signed {
  reminderId: string;
  owner?: string;
  expiresAt?: Date;
}
const tokenFor = (action: ReminderLinkAction, { reminderId, owner, expiresAt }: Signed) =>
  tokens.sign({
    ...{ action, reminderId, userId: owner ?? userId },
    expiresAt: expiresAt ?? new Date(Date.now() + day),
  });

async function told(zone = 'UTC'): Promise<Reminder> {
  await tasks.create({ ...remindedTask('Water the plants'), timeZone: zone });
  await rounds.past();
  const list = reminderList.parse((await ada.send('GET /api/v1/reminders')).json());
  return list.items[0]!;
}

/** Somebody who has the link and nothing else: no cookie, no origin. */
const ask = (method: 'GET' | 'POST' | 'HEAD', token: string, more: object = {}) =>
  app.server.inject({ method, url: `/api/v1/reminder-links/${token}`, ...more });
const look = async (token: string) => reminderLinkView.parse((await ask('GET', token)).json());
const follow = async (token: string) => reminderLinkView.parse((await ask('POST', token)).json());
const mailWanted = async () =>
  reminderSettings.parse((await ada.send('GET /api/v1/account/reminders')).json()).mail;

const waiting = async () => {
  await rounds.plan();
  const text = `select fires_at from reminders where user_id = $1 and state = 'waiting'`;
  return (await pool.query<{ fires_at: Date }>(text, [userId])).rows.map((row) => row.fires_at);
};

describe('a link to complete', () => {
  it('does nothing when it is only opened, and its work once when it is followed', async () => {
    const { id, task } = await told();
    const token = tokenFor('complete', { reminderId: id });
    await ask('HEAD', token);
    const view = { action: 'complete', task: { id: task.id, title: task.title }, again: null };
    expect(await look(token)).toEqual({ ...view, state: 'ready' });
    expect(await look(token)).toEqual({ ...view, state: 'ready' });
    expect(await tasks.get(task.id)).toMatchObject({ completed: false });

    expect(await follow(token)).toEqual({ ...view, state: 'done' });
    const completed = await tasks.get(task.id);
    expect(completed).toMatchObject({ completed: true });
    expect(await follow(token)).toEqual({ ...view, state: 'already' });
    expect(await tasks.get(task.id)).toEqual(completed);
  });

  it('does nothing any more for a task that is due at another time', async () => {
    const { id, task } = await told();
    await tasks.patch(await tasks.get(task.id), { dueDate: '2031-01-01' });
    const token = tokenFor('complete', { reminderId: id });
    expect((await look(token)).state).toBe('outdated');
    expect((await follow(token)).state).toBe('outdated');
    expect(await tasks.get(task.id)).toMatchObject({ completed: false });
  });

  it('tells nothing of a deleted task', async () => {
    const { id, task } = await told();
    await ada.send(`DELETE /api/v1/tasks/${task.id}`);
    const token = tokenFor('complete', { reminderId: id });
    expect(await look(token)).toMatchObject({ state: 'gone', task: null });
    expect(await follow(token)).toMatchObject({ state: 'gone', task: null });
  });

  it('opens nobody else’s reminder', async () => {
    const { id, task } = await told();
    const token = tokenFor('complete', { reminderId: id, owner: randomUUID() });
    expect(await look(token)).toMatchObject({ state: 'gone', task: null });
    expect(await follow(token)).toMatchObject({ state: 'gone' });
    expect(await tasks.get(task.id)).toMatchObject({ completed: false });
  });
});

describe('a link to be reminded again', () => {
  it('does so in an hour, and two presses are one', async () => {
    const { id } = await told();
    const token = tokenFor('snooze-hour', { reminderId: id });
    expect((await look(token)).state).toBe('ready');
    expect(await waiting()).toEqual([]);
    const [first, second] = [await follow(token), await follow(token)];
    expect(first.state).toBe('done');
    const moments = await waiting();
    // Over the turn of a minute they are two.
    expect(moments.length).toBe(second.again!.at === first.again!.at ? 1 : 2);
    expect(moments[0]!.toISOString()).toBe(first.again!.at);
    const ahead = moments[0]!.getTime() - Date.now();
    expect(ahead).toBeGreaterThan(3_590_000);
    expect(ahead).toBeLessThanOrEqual(3_660_000);
  });

  it('or tomorrow, at nine in the morning of the task’s zone', async () => {
    const { id } = await told();
    const { state, again } = await follow(tokenFor('snooze-tomorrow', { reminderId: id }));
    const tomorrow = new Date(Date.now() + day).toISOString().slice(0, 10);
    expect([state, again]).toEqual(['done', { at: `${tomorrow}T09:00:00.000Z`, timeZone: 'UTC' }]);
    expect((await waiting()).map((moment) => moment.toISOString())).toEqual([again!.at]);
  });
});

describe('a link to end the mail', () => {
  it.each([
    ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
    ],
  ])('is followed by one click of a mail program, as %s', async (type, payload) => {
    const token = tokenFor('stop-mail', { reminderId: randomUUID() });
    expect(await look(token)).toMatchObject({ action: 'stop-mail', state: 'ready', task: null });
    expect(await mailWanted()).toBe(true);
    const answer = await ask('POST', token, { headers: { 'content-type': type }, payload });
    expect([answer.statusCode, answer.json().state]).toEqual([200, 'done']);
    expect(await mailWanted()).toBe(false);
    expect((await follow(token)).state).toBe('already');
  });

  it('leads to its page where a mail program opens it as one', async () => {
    const token = tokenFor('stop-mail', { reminderId: randomUUID() });
    const answer = await ask('GET', token, { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${origin}/r/${token}`]);
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
    expect(await mailWanted()).toBe(true);
  });

  it('says so when the account is gone', async () => {
    const token = tokenFor('stop-mail', { reminderId: randomUUID() });
    await ada.send('POST /api/v1/account/deletion', { password: passwordOf(name) });
    expect((await look(token)).state).toBe('gone');
    expect((await follow(token)).state).toBe('gone');
  });
});

describe('a link', () => {
  it('that is too old says so, and neither tells nor does anything', async () => {
    const { id, task } = await told();
    for (const action of ['complete', 'snooze-hour', 'snooze-tomorrow', 'stop-mail'] as const) {
      const token = tokenFor(action, { reminderId: id, expiresAt: new Date(Date.now() - 1_000) });
      const expired = { action, state: 'expired', task: null, again: null };
      expect(await look(token)).toEqual(expired);
      expect(await follow(token)).toEqual(expired);
    }
    expect(await tasks.get(task.id)).toMatchObject({ completed: false });
    expect(await waiting()).toEqual([]);
    expect(await mailWanted()).toBe(true);
  });

  it('that nobody signed is not found', async () => {
    const token = tokenFor('stop-mail', { reminderId: randomUUID() });
    for (const forged of [`x${token}`, token.slice(0, -1), 'x', 'x'.repeat(101)]) {
      const codes = [await ask('GET', forged), await ask('POST', forged)].map((a) => a.statusCode);
      expect([400, 404]).toContain(codes[0]);
      expect(codes[1]).toBe(codes[0]);
    }
  });

  it('is followed from no page of a stranger, and with no long body', async () => {
    const token = tokenFor('stop-mail', { reminderId: randomUUID() });
    const strange = await ask('POST', token, { headers: { origin: 'https://evil.example' } });
    expect(strange.statusCode).toBe(403);
    const headers = { 'content-type': 'text/plain' };
    const long = await ask('POST', token, { headers, payload: 'x'.repeat(5_000) });
    expect(long.statusCode).toBe(413);
    expect(await mailWanted()).toBe(true);
  });

  it('stands in no log', async () => {
    const token = tokenFor('stop-mail', { reminderId: randomUUID() });
    await look(token);
    await follow(token);
    await ask('POST', `${token}x`);
    expect(app.log.join('')).toContain('/api/v1/reminder-links/:token');
    expect(app.log.join('')).not.toContain(token.slice(0, 40));
  });
});
