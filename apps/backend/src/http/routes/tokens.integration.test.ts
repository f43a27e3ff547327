import { createdToken, tokenScopes } from '@todo-chatbot/shared';
import type { CreatedToken, TokenScope } from '@todo-chatbot/shared';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestApp } from '../../testing/app.ts';
import type { TestApp } from '../../testing/app.ts';
import { Browser } from '../../testing/browser.ts';
import { createTestDatabase, onServer } from '../../testing/database.ts';

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

async function newToken(...scopes: TokenScope[]): Promise<CreatedToken> {
  const answer = await ada.send('POST /api/v1/account/tokens', { name: 'Script', scopes });
  expect(answer.statusCode).toBe(201);
  return createdToken.parse(answer.json());
}

/** A program's request: no cookie, no origin. */
const program = (request: string, secret: string, payload?: object) => {
  const [method = '', path = ''] = request.split(' ');
  return app.server.inject({
    method: method as 'GET',
    url: path,
    headers: { authorization: `Bearer ${secret}` },
    ...(payload && { payload }),
  });
};

describe('a token', () => {
  it('opens its owner’s tasks without a cookie or an origin', async () => {
    const { secret } = await newToken(...tokenScopes);
    const created = await program('POST /api/v1/tasks', secret, { title: 'by a script' });
    expect(created.statusCode).toBe(201);
    const listed = await program('GET /api/v1/tasks', secret);
    expect(listed.json()).toMatchObject({ items: [{ title: 'by a script' }] });
  });

  it.each([
    ['tasks:read', 'POST /api/v1/tasks', 403],
    ['tasks:read', 'GET /api/v1/tasks', 200],
    ['tasks:write', 'GET /api/v1/tasks', 403],
    ['tasks:write', 'POST /api/v1/tasks', 201],
  ] as const)('with the scope %s gets from %s a %i', async (scope, request, status) => {
    const { secret } = await newToken(scope);
    const body = request.startsWith('POST') ? { title: 'x' } : undefined;
    const answer = await program(request, secret, body);
    expect(answer.statusCode).toBe(status);
    if (status === 403) expect(answer.json()).toMatchObject({ code: 'forbidden' });
  });

  it.each([
    'GET /api/v1/account',
    'PATCH /api/v1/account',
    'POST /api/v1/account/deletion',
    'GET /api/v1/account/tokens',
    'POST /api/v1/account/tokens',
  ])('does not reach %s', async (request) => {
    const { secret } = await newToken(...tokenScopes);
    expect((await program(request, secret, {})).statusCode).toBe(403);
  });

  it('tells its secret once, and the database keeps only the hash', async () => {
    const { secret, id } = await newToken('tasks:read');
    expect(secret).toMatch(/^todo_[\w-]{43}$/);
    const listed = await ada.send('GET /api/v1/account/tokens');
    expect(listed.json().items).toContainEqual(expect.objectContaining({ id, name: 'Script' }));
    expect(listed.body).not.toContain(secret.slice(5, 20));
    const rows = await onServer(url, `select * from api_tokens where id = '${id}'`);
    expect(JSON.stringify(rows)).not.toContain(secret.slice(5));
    expect(app.log.join('')).not.toContain(secret.slice(5));
  });

  it('is refused from the moment it is revoked', async () => {
    const { secret, id } = await newToken('tasks:read');
    expect((await program('GET /api/v1/tasks', secret)).statusCode).toBe(200);
    expect((await ada.send(`DELETE /api/v1/account/tokens/${id}`)).statusCode).toBe(204);
    const refused = await program('GET /api/v1/tasks', secret);
    expect([refused.statusCode, refused.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect((await ada.send(`DELETE /api/v1/account/tokens/${id}`)).statusCode).toBe(404);
  });

  it('is refused once it has expired', async () => {
    const { secret, id } = await newToken('tasks:read');
    await onServer(url, `update api_tokens set expires_at = now() where id = '${id}'`);
    expect((await program('GET /api/v1/tasks', secret)).statusCode).toBe(401);
  });

  it.each(['', 'todo_', `todo_${'x'.repeat(43)}`, 'a b', '\u00e9'])('is not %j', async (secret) => {
    expect((await program('GET /api/v1/tasks', secret)).statusCode).toBe(401);
  });

  it('that is wrong is not made good by a session', async () => {
    const headers = { authorization: 'Bearer nonsense' };
    const answer = await ada.send('GET /api/v1/tasks', undefined, { headers });
    expect(answer.statusCode).toBe(401);
  });

  it('notes its last use by the minute', async () => {
    const { secret, id } = await newToken('tasks:read');
    await program('GET /api/v1/tasks', secret);
    const { items } = (await ada.send('GET /api/v1/account/tokens')).json();
    const used = items.find((token: { id: string }) => token.id === id).lastUsedAt;
    expect(used).toMatch(/:00\.000Z$/);
  });

  it('of somebody else is neither seen nor revoked', async () => {
    const { id } = await newToken('tasks:read');
    const bob = new Browser(app.server);
    await bob.signUp('Bob');
    expect((await bob.send('GET /api/v1/account/tokens')).json()).toEqual({ items: [] });
    expect((await bob.send(`DELETE /api/v1/account/tokens/${id}`)).statusCode).toBe(404);
  });
});
