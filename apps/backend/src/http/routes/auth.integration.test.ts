import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestApp } from '../../testing/app.ts';
import type { TestApp } from '../../testing/app.ts';
import { Browser, emailOf, passwordOf } from '../../testing/browser.ts';
import { createTestDatabase, onServer } from '../../testing/database.ts';

let app: TestApp;
let url: string;

beforeAll(async () => {
  url = await createTestDatabase(inject('postgres'));
  app = createTestApp(url);
});
afterAll(() => app.close());

describe('an account', () => {
  it('is made by signing up, left by logging out and entered again by logging in', async () => {
    const browser = new Browser(app.server);
    expect((await browser.signUp('Grace')).statusCode).toBe(200);
    expect((await browser.send('GET /api/v1/tasks')).statusCode).toBe(200);

    const session = await browser.send('GET /api/auth/get-session');
    expect(session.json()).toMatchObject({ user: { name: 'Grace', email: 'grace@example.org' } });

    const stolen = new Map(browser.cookies);
    expect((await browser.send('POST /api/auth/sign-out', {})).statusCode).toBe(200);
    expect(browser.cookies.size).toBe(0);
    expect((await browser.send('GET /api/v1/tasks')).statusCode).toBe(401);

    const thief = new Browser(app.server);
    for (const [name, value] of stolen) thief.cookies.set(name, value);
    expect((await thief.send('GET /api/v1/tasks')).statusCode).toBe(401);

    expect((await browser.signIn('Grace')).statusCode).toBe(200);
    expect((await browser.send('GET /api/v1/tasks')).statusCode).toBe(200);
  });

  it('opens to its own password only', async () => {
    await new Browser(app.server).signUp('Edsger');
    const wrong = await new Browser(app.server).signIn('Edsger', 'not the password');
    const unknown = await new Browser(app.server).signIn('Nobody', 'not the password');
    expect(wrong.statusCode).toBe(401);
    expect([unknown.statusCode, unknown.body]).toEqual([wrong.statusCode, wrong.body]);
  });

  it.each([
    ['a short password', { password: 'seven77' }],
    ['an address that is none', { email: 'ada' }],
    ['a name with a line break', { name: 'Ada\r\nBcc: all' }],
    ['an empty name', { name: ' ' }],
    ['a name of 101 characters', { name: 'x'.repeat(101) }],
  ])('is not made with %s', async (_fault, change) => {
    const person = { name: 'Ada', email: 'faulty@example.org', password: 'long enough' };
    const answer = await new Browser(app.server).send('POST /api/auth/sign-up/email', {
      ...person,
      ...change,
    });
    expect(answer.statusCode).toBe(400);
    expect(await onServer(url, `select 1 from users where email = 'faulty@example.org'`)).toEqual(
      [],
    );
  });

  it('keeps no password in clear, and ids that are uuids', async () => {
    await new Browser(app.server).signUp('Alan');
    const rows = await onServer(
      url,
      `select users.id, password from users join accounts on user_id = users.id
       where email = 'alan@example.org'`,
    );
    const [{ id, password }] = rows as [{ id: string; password: string }];
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(password).not.toContain(passwordOf('Alan'));
  });
});

describe('the session cookie', () => {
  it('is out of reach for scripts and for other sites', async () => {
    const answer = await new Browser(app.server).signUp('Barbara');
    const cookie = answer.cookies.find(({ name }) => name === 'todo.session_token');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(cookie?.secure).toBeUndefined();
  });

  it.each(['get-session', 'list-sessions'])(
    'of a new session is not taken away by the answer to an older question to %s',
    async (route) => {
      const browser = new Browser(app.server);
      const name = `Radia-${route}`;
      await browser.signUp(name);
      const old = new Browser(app.server);
      for (const [name, value] of browser.cookies) old.cookies.set(name, value);
      const change = await browser.send('POST /api/auth/change-password', {
        currentPassword: passwordOf(name),
        newPassword: 'a new password',
        revokeOtherSessions: true,
      });
      expect(change.statusCode).toBe(200);
      const answer = await old.send(`GET /api/auth/${route}`);
      expect(answer.cookies).toEqual([]);
      expect((await old.send('GET /api/v1/tasks')).statusCode).toBe(401);
      expect((await browser.send('GET /api/v1/tasks')).statusCode).toBe(200);
    },
  );

  it('travels over https only where the app is served by https', async () => {
    const origin = 'https://todo.local';
    const secure = createTestApp(url, origin);
    const browser = new Browser(secure.server, origin);
    const { cookies } = await browser.signUp('Donald');
    expect(cookies[0]).toMatchObject({ name: '__Secure-todo.session_token', secure: true });
    expect((await browser.send('GET /api/v1/tasks')).statusCode).toBe(200);
    await secure.close();
  });
});

describe('a page of another origin', () => {
  it.each(['sign-up/email', 'sign-in/email', 'sign-out'])('cannot post to %s', async (route) => {
    const browser = new Browser(app.server, 'https://evil.example');
    const answer = await browser.send(`POST /api/auth/${route}`, {});
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'forbidden_origin']);
  });

  it('is known by its fetch metadata when it hides its origin', async () => {
    const answer = await app.server.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { 'sec-fetch-site': 'cross-site' },
      payload: {},
    });
    expect(answer.statusCode).toBe(403);
  });
});

describe('the rate limit of logins', () => {
  // Refused for its address before any password is hashed, and counted all the same.
  const guess = { email: 'not an address', password: 'a guess' };
  const login = (headers: Record<string, string>, remoteAddress = '10.0.0.9') =>
    new Browser(app.server).send('POST /api/auth/sign-in/email', guess, { headers, remoteAddress });
  // Seven at once: many enough to race, few enough that a slow machine has connections for all.
  const statuses = async (count: number, attempt: (n: number) => ReturnType<typeof login>) => {
    const found: number[] = [];
    while (found.length < count) {
      const batch = Array.from({ length: 7 }, (_, n) => attempt(found.length + n));
      found.push(...(await Promise.all(batch)).map(({ statusCode }) => statusCode));
    }
    return found;
  };

  it('stops one address, and that one only', async () => {
    const guesses = await statuses(35, () => login({ 'x-forwarded-for': '198.51.100.1' }));
    expect(guesses.filter((status) => status === 429)).toHaveLength(5);

    const stopped = await login({ 'x-forwarded-for': '198.51.100.1' });
    expect(stopped.statusCode).toBe(429);
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0);
    expect((await login({ 'x-forwarded-for': '198.51.100.2' })).statusCode).toBe(400);
  });

  it('is not evaded by inventing addresses before the one our proxy wrote', async () => {
    const guesses = await statuses(35, (n) =>
      login({ 'x-forwarded-for': `203.0.113.${n}, 198.51.100.3` }),
    );
    expect(guesses.filter((status) => status === 429)).toHaveLength(5);
  });

  it('does not believe a stranger who claims to be our proxy', async () => {
    const guesses = await statuses(35, (n) =>
      login({ 'x-forwarded-for': `203.0.113.${n}` }, '198.51.100.4'),
    );
    expect(guesses.filter((status) => status === 429)).toHaveLength(5);
  });

  it('keeps its count of a login that failed', async () => {
    const address = '198.51.100.5';
    for (const name of ['Alan', 'Nobody']) {
      const answer = await new Browser(app.server).send(
        'POST /api/auth/sign-in/email',
        { email: emailOf(name), password: 'a guess' },
        { headers: { 'x-forwarded-for': address }, remoteAddress: '10.0.0.9' },
      );
      expect(answer.statusCode).toBe(401);
    }
    const counted = `select count from rate_limits where key like '${address}%'`;
    expect(await onServer(url, counted)).toEqual([{ count: 2 }]);
  });

  it('is counted in the database, so that a second process knows it', async () => {
    const other = createTestApp(url);
    const headers = { 'x-forwarded-for': '198.51.100.1' };
    const browser = new Browser(other.server);
    const answer = await browser.send('POST /api/auth/sign-in/email', guess, { headers });
    expect(answer.statusCode).toBe(429);
    await other.close();
  });
});
