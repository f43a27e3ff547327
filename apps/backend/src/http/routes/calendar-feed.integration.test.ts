import { calendarFeed, createdCalendarFeed } from '@todo-chatbot/shared';
import type { NewTaskInput } from '@todo-chatbot/shared';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestApp } from '../../testing/app.ts';
import type { TestApp } from '../../testing/app.ts';
import { Browser } from '../../testing/browser.ts';
import { createTestDatabase, onServer } from '../../testing/database.ts';

const pages = 'https://todo.example';
let url: string;
let app: TestApp;
let ada: Browser;
const stranger = () => new Browser(app.server, pages);

beforeAll(async () => {
  url = await createTestDatabase(inject('postgres'));
  app = createTestApp(url, pages);
  ada = new Browser(app.server, pages);
  await ada.signUp('Ada');
});
afterAll(() => app.close());

async function switchOn(): Promise<string> {
  const answer = await ada.send('POST /api/v1/account/calendar-feed');
  expect(answer.statusCode).toBe(201);
  const feed = createdCalendarFeed.parse(answer.json());
  expect(feed.url).toMatch(/^https:\/\/todo\.example\/api\/v1\/calendar\/[\w-]{43}\.ics$/);
  return new URL(feed.url).pathname;
}

async function add(task: NewTaskInput): Promise<string> {
  const answer = await ada.send('POST /api/v1/tasks', task);
  expect(answer.statusCode).toBe(201);
  return answer.json().id;
}

/** The events of the feed by title, as another program reads them. */
async function events(path: string) {
  const answer = await stranger().send(`GET ${path}`);
  expect(answer.statusCode).toBe(200);
  const calendar = new ICAL.Component(ICAL.parse(answer.body));
  const found = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  return { text: answer.body, calendar, byTitle: new Map(found.map((one) => [one.summary, one])) };
}

describe('the feed', () => {
  it('shows a day as a day, and a time as the moment it is', async () => {
    const path = await switchOn();
    await add({ title: 'a day', dueDate: '2026-11-25' });
    await add({
      ...{ title: 'a time', dueDate: '2026-11-25', dueTime: '09:30' },
      timeZone: 'Asia/Kolkata',
    });
    await add({ title: 'undated' });
    const { text, byTitle } = await events(path);
    expect(byTitle.get('a day')?.startDate.toString()).toBe('2026-11-25');
    expect(byTitle.get('a day')?.startDate.isDate).toBe(true);
    expect(text).toContain('DTSTART;VALUE=DATE:20261125');
    expect(byTitle.get('a time')?.startDate.toJSDate().toISOString()).toBe(
      '2026-11-25T04:00:00.000Z',
    );
    expect(byTitle.has('undated')).toBe(false);
  });

  it('shows what is done as done, and nothing of the trash', async () => {
    const path = await switchOn();
    const done = await add({ title: 'washed up', dueDate: '2026-11-20', reminders: [10] });
    await ada.send(`PATCH /api/v1/tasks/${done}`, { completed: true, version: 1 });
    await ada.send(`DELETE /api/v1/tasks/${await add({ title: 'gone', dueDate: '2026-11-20' })}`);
    const { byTitle } = await events(path);
    expect(byTitle.get('✓ washed up')?.component.getAllSubcomponents('valarm')).toEqual([]);
    expect([...byTitle.keys()].join()).not.toContain('gone');
  });

  it('recurs at the same time on the wall across the change of clocks', async () => {
    const path = await switchOn();
    await add({
      ...{ title: 'swim', dueDate: '2026-10-21', dueTime: '07:00', timeZone: 'Europe/Berlin' },
      recurrence: { every: 1, unit: 'week', weekdays: ['we'] },
    });
    const { calendar, byTitle } = await events(path);
    const zones = calendar.getAllSubcomponents('vtimezone');
    expect(zones.map((zone) => zone.getFirstPropertyValue('tzid'))).toEqual(['Europe/Berlin']);
    const swim = byTitle.get('swim')!;
    const zone = new ICAL.Timezone(zones[0]!);
    const series = swim.iterator();
    const moments = [1, 2].map(() => {
      const time = series.next();
      time.zone = zone;
      return time.toJSDate().toISOString();
    });
    expect(moments).toEqual(['2026-10-21T05:00:00.000Z', '2026-10-28T06:00:00.000Z']);
  });

  it('rings at each reminder, counted from nine where there is no time', async () => {
    const path = await switchOn();
    await add({ title: 'ring', dueDate: '2026-11-25', reminders: [0, 60 * 24] });
    await add({
      ...{ title: 'ring timed', dueDate: '2026-11-25', dueTime: '18:00', timeZone: 'UTC' },
      reminders: [15],
    });
    const { byTitle } = await events(path);
    const triggers = (title: string) =>
      byTitle
        .get(title)!
        .component.getAllSubcomponents('valarm')
        .map((alarm) => (alarm.getFirstPropertyValue('trigger') as ICAL.Duration).toSeconds());
    expect(triggers('ring')).toEqual([9 * 3_600, -15 * 3_600]);
    expect(triggers('ring timed')).toEqual([-15 * 60]);
  });

  it('takes nothing of a title or note for a property of its own', async () => {
    const path = await switchOn();
    const title = 'a;b,c\\n:BEGIN:VALARM "x" =\\, END:VEVENT';
    const notes =
      'one\r\nATTENDEE:mailto:eve@example.org\r\nEND:VEVENT\r\n\tX-EVIL:1\rURL:http://x';
    const tags = ['x;y:z"'];
    await add({ title, notes, dueDate: '2026-11-26', tags });
    const { text, calendar, byTitle } = await events(path);
    const event = byTitle.get(title)!;
    expect(event.description).toBe(notes.replace(/\r\n|\r/g, '\n'));
    expect(event.component.getFirstProperty('categories')?.getValues()).toEqual(tags);
    for (const name of ['attendee', 'x-evil', 'url']) {
      expect(event.component.getFirstProperty(name)).toBeNull();
    }
    expect(text).not.toMatch(/^(ATTENDEE|X-EVIL|URL)/m);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(
      calendar.getAllSubcomponents('vevent').length,
    );
  });
});

describe('the address of the feed', () => {
  it('is told once; later only that it is on, and since when', async () => {
    await switchOn();
    const answer = await ada.send('GET /api/v1/account/calendar-feed');
    expect(calendarFeed.parse(answer.json()).createdAt).not.toBeNull();
    expect(Object.keys(answer.json())).toEqual(['createdAt']);
  });

  it('stops working at once when it is changed, and when the feed is switched off', async () => {
    const before = await switchOn();
    const after = await switchOn();
    expect((await stranger().send(`GET ${before}`)).statusCode).toBe(404);
    expect((await stranger().send(`GET ${after}`)).statusCode).toBe(200);

    expect((await ada.send('DELETE /api/v1/account/calendar-feed')).statusCode).toBe(204);
    const revoked = await stranger().send(`GET ${after}`);
    const invented = await stranger().send('GET /api/v1/calendar/x.ics');
    const withoutId = (answer: typeof revoked) => ({ ...answer.json(), requestId: '' });
    expect(revoked.statusCode).toBe(404);
    expect(withoutId(revoked)).toEqual(withoutId(invented));
    const state = await ada.send('GET /api/v1/account/calendar-feed');
    expect(state.json()).toEqual({ createdAt: null });
  });

  it('is kept neither in the database nor in the log', async () => {
    const path = await switchOn();
    const secret = path.slice(path.lastIndexOf('/') + 1, -'.ics'.length);
    await stranger().send(`GET ${path}`);
    await stranger().send(`GET ${path}`, undefined, { headers: { 'if-none-match': 'x' } });
    expect(app.log.join('')).toContain('/api/v1/calendar/:secret.ics');
    expect(app.log.join('')).not.toContain(secret);
    const rows = await onServer(url, 'select calendar_feeds::text as row from calendar_feeds');
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('answers 304 as long as nothing changed, and is kept by no shared cache', async () => {
    const path = await switchOn();
    const first = await stranger().send(`GET ${path}`);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    expect(first.headers['content-type']).toBe('text/calendar; charset=utf-8');
    const etag = String(first.headers.etag);
    const again = { headers: { 'if-none-match': `"other", W/${etag}` } };
    expect((await stranger().send(`GET ${path}`, undefined, again)).statusCode).toBe(304);
    await add({ title: 'news', dueDate: '2026-12-01' });
    expect((await stranger().send(`GET ${path}`, undefined, again)).statusCode).toBe(200);
  });

  it('is switched by its owner only', async () => {
    for (const method of ['GET', 'POST', 'DELETE']) {
      const answer = await stranger().send(`${method} /api/v1/account/calendar-feed`);
      expect(answer.statusCode).toBe(401);
    }
  });
});
