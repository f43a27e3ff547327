import { createdToken, task } from '@todo-chatbot/shared';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { listenersPerAccount } from '../../modules/events/event-hub.ts';
import { createTestApp } from '../../testing/app.ts';
import type { TestApp } from '../../testing/app.ts';
import { Browser, passwordOf } from '../../testing/browser.ts';
import { createTestDatabase, onServer } from '../../testing/database.ts';
import { listen, openEvents } from '../../testing/event-stream.ts';
import type { EventStream } from '../../testing/event-stream.ts';
import { until } from '../../testing/process.ts';

let url: string;
let here: TestApp;
let there: TestApp;
let address: string;
let ada: Browser;
let bob: Browser;
let late: Browser;
const open: EventStream[] = [];

beforeAll(async () => {
  url = await createTestDatabase(inject('postgres'));
  here = createTestApp(url);
  there = createTestApp(url);
  address = await listen(here.server);
  ada = new Browser(there.server);
  bob = new Browser(there.server);
  late = new Browser(there.server);
  await Promise.all([ada.signUp('Ada'), bob.signUp('Bob'), late.signUp('Late')]);
});
afterEach(() => {
  for (const stream of open.splice(0)) stream.close();
});
afterAll(() => Promise.all([here.close(), there.close()]));

const isListening = async () => {
  const listeners = `select 1 from pg_stat_activity
    where datname = current_database() and application_name = 'todo-events' and state = 'idle'`;
  return (await onServer(url, listeners)).length === 1;
};

/** Opens a stream that hears whatever comes from now on, and nothing of what was before. */
async function follow(browser: Browser, headers: Record<string, string> = {}) {
  const stream = await openEvents(address, browser, headers);
  open.push(stream);
  await until('the greeting has come', async () => stream.text().includes('id: 0'));
  await until('the process listens', isListening);
  return stream;
}

const create = async (browser: Browser, headers: Record<string, string> = {}) => {
  const answer = await browser.send('POST /api/v1/tasks', { title: 'heard' }, { headers });
  return task.parse(answer.json()).id;
};

const hears = (stream: EventStream, id: string) =>
  until('the change is heard', async () => stream.text().includes(id));

describe('an event stream', () => {
  it('tells of a change made through another process, and in whose name it was made', async () => {
    const stream = await follow(ada);
    const id = await create(ada, { 'x-client-id': 'tab-1' });
    await hears(stream, id);
    expect(stream.events()).toContainEqual({ type: 'tasks', ids: [id], source: 'tab-1' });

    const nameless = await create(ada);
    await hears(stream, nameless);
    expect(stream.events()).toContainEqual({ type: 'tasks', ids: [nameless], source: null });
    const forged = await create(ada, { 'x-client-id': `x', 'y` });
    await hears(stream, forged);
    expect(stream.events()).toContainEqual({ type: 'tasks', ids: [forged], source: null });
  });

  it('tells nobody of another’s changes', async () => {
    const [adas, bobs] = [await follow(ada), await follow(bob)];
    const id = await create(bob);
    await hears(bobs, id);
    const later = await create(ada);
    await hears(adas, later);
    expect(adas.text()).not.toContain(id);
  });

  it('is no page for caches, compressors or proxies to hold back', async () => {
    const { response } = await follow(ada);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
  });

  it('tells one who comes back to read again', async () => {
    const newcomer = await follow(bob);
    const returning = await follow(bob, { 'last-event-id': '0\0<script>'.replace('\0', '') });
    const readAgain = { type: 'tasks', ids: null, source: null };
    await until('it is told', async () => returning.events().length > 0);
    expect(returning.events()[0]).toEqual(readAgain);
    expect(newcomer.response.status).toBe(200);
  });

  it('tells of a change that was under way when it was opened', async () => {
    const writer = new Client({ connectionString: url });
    await writer.connect();
    const id = '7d3f1f0e-54c1-4f0b-a1a7-6f6c8ad0c001';
    await writer.query('begin');
    await writer.query(
      `insert into tasks (id, user_id, title, notes, created_at, updated_at)
       select $1, id, 'under way', '', now(), now() from users where email = 'late@example.org'`,
      [id],
    );
    const opening = openEvents(address, late);
    const waiting = `select 1 from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`;
    await until('it waits', async () => (await onServer(url, waiting)).length > 0);
    await writer.query('commit');
    open.push(await opening);
    // It is opened after the change: what its client reads now holds it.
    expect((await late.send(`GET /api/v1/tasks/${id}`)).statusCode).toBe(200);
    await writer.end();
  });

  it('that nobody has open costs a change no notification', async () => {
    const listener = new Client({ connectionString: url });
    await listener.connect();
    const heard: (string | undefined)[] = [];
    listener.on('notification', ({ payload }) => heard.push(payload));
    await listener.query('listen todo_changes');
    const alone = new Browser(there.server);
    await alone.signUp('Alone');
    const unheard = await create(alone);
    const stream = await follow(alone);
    const told = await create(alone);
    await hears(stream, told);
    await until('it is heard', async () => heard.some((payload) => payload?.includes(told)));
    expect(heard.some((payload) => payload?.includes(unheard))).toBe(false);
    await listener.end();
  });

  it('names no task when very many change at once', async () => {
    const stream = await follow(bob);
    await onServer(
      url,
      `insert into tasks (id, user_id, title, notes, created_at, updated_at)
       select gen_random_uuid(), id, 'one of many', '', now(), now()
       from users, generate_series(1, 101) where email = 'bob@example.org'`,
    );
    await until('it is told', async () => stream.text().includes('"ids":null'));
  });

  it('tells nothing of a change that is rolled back', async () => {
    const stream = await follow(bob);
    const insert = `insert into tasks (id, user_id, title, notes, created_at, updated_at)
      select '0c5d7bd6-5b5e-4c3e-9d43-0a5a6f6f9b11', id, 'never', '', now(), now()
      from users where email = 'bob@example.org'`;
    await onServer(url, `begin; ${insert}; rollback`);
    await hears(stream, await create(bob));
    expect(stream.text()).not.toContain('0c5d7bd6');
  });

  it('that is one too many for an account gets 429', async () => {
    const eve = new Browser(there.server);
    await eve.signUp('Eve');
    for (let n = 0; n < listenersPerAccount; n += 1) await follow(eve);
    const surplus = await openEvents(address, eve);
    expect(surplus.response.status).toBe(429);

    open.at(-1)!.close();
    await until('its place is free', async () => {
      const next = await openEvents(address, eve);
      open.push(next);
      return next.response.status === 200;
    });
  });

  it('needs a session', async () => {
    const stranger = await openEvents(address, new Browser(here.server));
    expect(stranger.response.status).toBe(401);
  });
});

describe('a lost connection to the database', () => {
  it('is made again, after which everybody is told to read again', async () => {
    const stream = await follow(ada);
    const before = stream.events().length;
    await onServer(
      url,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'todo-events'`,
    );
    await until('it is told', async () => {
      const news = stream.events().slice(before);
      return news.some((event) => event.type === 'tasks' && event.ids === null);
    });
    const id = await create(ada);
    await hears(stream, id);
  });
});

describe('a stream ends when', () => {
  const credentials = (name: string) => ({
    email: `${name.toLowerCase()}@example.org`,
    password: passwordOf(name),
  });

  it('its session is signed out, and the account’s other streams stay', async () => {
    const phone = new Browser(there.server);
    await phone.send('POST /api/auth/sign-in/email', credentials('Bob'));
    const [onPhone, onDesk] = [await follow(phone), await follow(bob)];
    await phone.send('POST /api/auth/sign-out', {});
    await onPhone.ended;
    const id = await create(bob);
    await hears(onDesk, id);
  });

  it('its token is revoked', async () => {
    const answer = await bob.send('POST /api/v1/account/tokens', {
      name: 'screen on the wall',
      scopes: ['tasks:read'],
    });
    const { id, secret } = createdToken.parse(answer.json());
    const nobody = new Browser(there.server);
    const stream = await follow(nobody, { authorization: `Bearer ${secret}` });
    await hears(stream, await create(bob));
    await bob.send(`DELETE /api/v1/account/tokens/${id}`);
    await stream.ended;
  });

  it('its account is deleted', async () => {
    const gone = new Browser(there.server);
    await gone.signUp('Gone');
    const stream = await follow(gone);
    await onServer(url, `delete from users where email = 'gone@example.org'`);
    await stream.ended;
  });

  it('the process is told to end, and later ones end at once and come back soon', async () => {
    const ending = createTestApp(url);
    const place = await listen(ending.server);
    const stream = await openEvents(place, ada);
    ending.drain();
    await stream.ended;
    const late = await openEvents(place, ada);
    await late.ended;
    expect([late.response.status, late.text()]).toEqual([200, expect.stringContaining('retry: ')]);
    await ending.close();
  });

  it('the server is closed', async () => {
    const ending = createTestApp(url);
    const stream = await openEvents(await listen(ending.server), ada);
    await ending.close();
    await stream.ended;
  });
});
