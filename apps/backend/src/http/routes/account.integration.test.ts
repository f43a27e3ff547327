import { account } from '@todo-chatbot/shared';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createPool } from '../../infra/database/database.ts';
import { createTestApp } from '../../testing/app.ts';
import type { TestApp } from '../../testing/app.ts';
import { Browser, emailOf, passwordOf } from '../../testing/browser.ts';
import { createTestDatabase, onServer } from '../../testing/database.ts';
import { remindedTask, reminderRounds } from '../../testing/reminders.ts';
import { placesOf } from '../../testing/traces.ts';

let app: TestApp;
let url: string;

beforeAll(async () => {
  url = await createTestDatabase(inject('postgres'));
  app = createTestApp(url);
});
afterAll(() => app.close());

async function signedUp(name: string) {
  const browser = new Browser(app.server);
  await browser.signUp(name);
  return browser;
}

const removed = (browser: Browser, password: string, address = '127.0.0.1') =>
  browser.send('POST /api/v1/account/deletion', { password }, { remoteAddress: address });

describe('one’s own account', () => {
  it('is told, and its name can be changed', async () => {
    const ada = await signedUp('Ada');
    expect(account.parse((await ada.send('GET /api/v1/account')).json())).toMatchObject({
      name: 'Ada',
      email: emailOf('Ada'),
      emailVerified: false,
    });
    const renamed = await ada.send('PATCH /api/v1/account', { name: ' Ada Lovelace ' });
    expect(renamed.json()).toMatchObject({ name: 'Ada Lovelace' });
    const session = await ada.send('GET /api/auth/get-session');
    expect(session.json()).toMatchObject({ user: { name: 'Ada Lovelace' } });
  });

  it.each([{ name: 'two\r\nlines' }, { name: '' }, { email: 'new@example.org' }, {}])(
    'does not take %j',
    async (patch) => {
      const eve = await signedUp('Eve');
      expect((await eve.send('PATCH /api/v1/account', patch)).statusCode).toBe(400);
    },
  );

  it('is nothing that a stranger has', async () => {
    const answer = await new Browser(app.server).send('GET /api/v1/account');
    expect([answer.statusCode, answer.headers['www-authenticate']]).toEqual([401, 'Bearer']);
  });
});

/** Has what is due told, with a mail on its way. */
async function confirmAndRemind(): Promise<void> {
  const pool = createPool(url, () => undefined);
  await pool.query('update users set email_verified = true');
  await reminderRounds(pool, { hasMail: true }).past();
  await pool.end();
}

describe('a deleted account', () => {
  it('leaves no row in any table that names the person', async () => {
    const grace = await signedUp('Grace');
    const { id } = (await grace.send('GET /api/v1/account')).json();
    await grace.send('POST /api/v1/tasks', remindedTask('Leave nothing'));
    await grace.send('POST /api/v1/account/tokens', { name: 'x', scopes: ['tasks:read'] });
    await grace.send('PATCH /api/v1/account/reminders', { mail: false });
    await grace.send('PATCH /api/v1/account/reminders', { mail: true });
    await confirmAndRemind();
    const told = [id, emailOf('Grace')];
    const places = ['users', 'tasks', 'api_tokens', 'reminders', 'reminder_mails'];
    expect(await placesOf(url, told)).toEqual(
      expect.arrayContaining([...places, 'reminder_settings'].map((name) => `public.${name}`)),
    );

    expect((await removed(grace, passwordOf('Grace'))).statusCode).toBe(204);
    expect(await placesOf(url, told)).toEqual([]);
    expect(grace.cookies.size).toBe(0);
    expect((await grace.send('GET /api/v1/account')).statusCode).toBe(401);
    expect((await new Browser(app.server).signIn('Grace')).statusCode).toBe(401);
  });

  it('takes nothing of anybody else along', async () => {
    const [alan, kurt] = [await signedUp('Alan'), await signedUp('Kurt')];
    await alan.send('POST /api/v1/tasks', { title: 'stays' });
    await removed(kurt, passwordOf('Kurt'));
    expect((await alan.send('GET /api/v1/tasks')).json()).toMatchObject({
      items: [{ title: 'stays' }],
    });
  });
});

describe('deleting an account', () => {
  it('takes its password, and only so many tries in every process together', async () => {
    const edsger = await signedUp('Edsger');
    const other = createTestApp(url);
    const elsewhere = new Browser(other.server);
    for (const [name, value] of edsger.cookies) elsewhere.cookies.set(name, value);
    const tries = [edsger, elsewhere, edsger, elsewhere, edsger, elsewhere];
    const statuses: number[] = [];
    for (const [n, browser] of tries.entries()) {
      statuses.push((await removed(browser, 'a guess', `203.0.113.${n}`)).statusCode);
    }
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
    const refused = await removed(edsger, passwordOf('Edsger'));
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '60']);
    expect(await onServer(url, `select 1 from users where name = 'Edsger'`)).toHaveLength(1);
    await other.close();
  });
});
