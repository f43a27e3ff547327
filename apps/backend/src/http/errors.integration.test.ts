import { problem } from '@todo-chatbot/shared';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestApp } from '../testing/app.ts';
import type { TestApp } from '../testing/app.ts';
import { Browser, passwordOf } from '../testing/browser.ts';
import { createTestDatabase, onServer } from '../testing/database.ts';

const signUp = 'POST /api/auth/sign-up/email';
let app: TestApp;
let url: string;
let ada: Browser;

beforeAll(async () => {
  url = await createTestDatabase(inject('postgres'));
  app = createTestApp(url);
  ada = new Browser(app.server);
  await ada.signUp('Ada');
});
afterAll(() => app.close());

describe('a request that cannot be taken', () => {
  const notFound = { status: 404, code: 'not_found' };
  const invalid = { status: 400, code: 'invalid_request' };
  const tooLarge = { status: 413, code: 'payload_too_large' };
  const megabyte = 'x'.repeat(1e6);

  it.each([
    { what: 'an unknown address', request: 'GET /api/v1/nothing', problem: notFound },
    { what: 'an address that cannot be decoded', request: 'GET /api/v1/tasks/%', problem: invalid },
    { what: 'a body cut short', body: '{"title":', problem: invalid },
    { what: 'a poisoned prototype', body: '{"__proto__":{}}', problem: invalid },
    { what: 'a body of 1 MB', body: `{"title":"${megabyte}"}`, problem: tooLarge },
    { what: 'a sign-up of 1 MB', request: signUp, body: megabyte, problem: tooLarge },
  ])('for $what gets a problem', async ({ request, body, problem: expected }) => {
    const answer = await ada.send(request ?? 'POST /api/v1/tasks', body);
    expect(answer.statusCode).toBe(expected.status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(problem.parse(answer.json())).toMatchObject(expected);
  });

  it('for its media type gets a problem', async () => {
    const headers = { 'content-type': 'text/plain' };
    const answer = await ada.send('POST /api/v1/tasks', 'title=x', { headers });
    expect([answer.statusCode, answer.json().code]).toEqual([415, 'unsupported_media_type']);
  });
});

describe('every answer', () => {
  it('forbids browsers to misread, keep or frame it', async () => {
    const { headers } = await ada.send('GET /api/v1/tasks');
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    });
  });

  it('carries the id under which the log knows it, the proxy’s own if that is sane', async () => {
    const headers = { 'x-request-id': 'proxy-id-12345' };
    const answer = await ada.send('GET /api/v1/nothing', undefined, { headers });
    expect(answer.headers['x-request-id']).toBe('proxy-id-12345');
    expect(answer.json().requestId).toBe('proxy-id-12345');
    expect(app.log.some((line) => JSON.parse(line).requestId === 'proxy-id-12345')).toBe(true);

    const forged = { 'x-request-id': 'a\tb "}' };
    const other = await ada.send('GET /api/v1/nothing', undefined, { headers: forged });
    expect(other.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('when the database is away', () => {
  it('requests get 503 and a problem that tells nothing', async () => {
    const away = createTestApp('postgres://todo:pw@127.0.0.1:1/todo');
    const browser = new Browser(away.server);
    for (const [name, value] of ada.cookies) browser.cookies.set(name, value);
    const credentials = { email: 'ada@example.org', password: passwordOf('Ada') };
    const answers = [
      await browser.send('GET /api/v1/tasks'),
      await browser.send('POST /api/auth/sign-in/email', credentials),
    ];
    for (const answer of answers) {
      expect(answer.statusCode).toBe(503);
      expect(answer.headers['retry-after']).toBeDefined();
      expect(problem.parse(answer.json()).code).toBe('unavailable');
      expect(answer.body).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|select/);
    }
    await away.close();
  });
});

describe('a failure on our side', () => {
  it('tells its caller nothing, and the log everything but secrets', async () => {
    const broken = await createTestDatabase(inject('postgres'));
    const faulty = createTestApp(broken);
    const browser = new Browser(faulty.server);
    await browser.signUp('Eve');
    await onServer(broken, 'alter table tasks rename to lost');
    await onServer(broken, 'alter table accounts rename to gone');

    const secretNote = 'my secret note';
    const create = await browser.send('POST /api/v1/tasks', { title: 'x', notes: secretNote });
    expect([create.statusCode, create.json().code]).toEqual([500, 'internal']);
    expect(create.body).not.toMatch(/relation|insert|tasks"/);
    await new Browser(faulty.server).signUp('Mallory');
    await browser.send('POST /api/auth/sign-in/email', {
      email: 'eve@example.org',
      password: passwordOf('Eve'),
    });

    const log = faulty.log.join('');
    expect(log).toContain('relation \\"tasks\\" does not exist');
    const token = [...browser.cookies.values()][0]!;
    const secrets = [secretNote, passwordOf('Eve'), passwordOf('Mallory'), 'mallory@', token];
    for (const secret of [...secrets, decodeURIComponent(token).split('.')[0]!]) {
      expect(log).not.toContain(secret);
    }
    await faulty.close();
  });
});
