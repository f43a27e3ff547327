import { connect as connectTo } from 'node:net';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { createdToken, tokenScopes } from '@todo-chatbot/shared';
import type { TokenScope } from '@todo-chatbot/shared';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestApp } from '../testing/app.ts';
import type { TestApp } from '../testing/app.ts';
import { Browser } from '../testing/browser.ts';
import { createTestDatabase } from '../testing/database.ts';
import { listen } from '../testing/event-stream.ts';
import { inZone, zones } from '../testing/zones.ts';
import { tools } from './tools/index.ts';

let app: TestApp;
let url: URL;
let ada: Browser;
let eve: Browser;

beforeAll(async () => {
  app = createTestApp(await createTestDatabase(inject('postgres')));
  url = new URL('/mcp', await listen(app.server));
  ada = new Browser(app.server);
  await ada.signUp('Ada');
  eve = new Browser(app.server);
  await eve.signUp('Eve');
});
afterAll(() => app.close());

async function secretOf(person: Browser, ...scopes: TokenScope[]): Promise<string> {
  const answer = await person.send('POST /api/v1/account/tokens', { name: 'Client', scopes });
  return createdToken.parse(answer.json()).secret;
}

type Mode = 'legacy' | { pin: string };

async function connect(mode: Mode, secret: string): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
  const headers = { authorization: `Bearer ${secret}` };
  await client.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }));
  return client;
}

const post = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const listing = { jsonrpc: '2.0', id: 1, method: 'tools/list' };

describe.each([
  ['2025-11-25', 'legacy'],
  ['2026-07-28', { pin: '2026-07-28' }],
] as const)('a client of revision %s', (_revision, mode) => {
  it('is told every tool in its order, with hints and the shape of its answer', async () => {
    const client = await connect(mode, await secretOf(ada, ...tokenScopes));
    const { tools: listed } = await client.listTools();
    expect(listed.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
    for (const tool of listed) {
      expect(tool.outputSchema, tool.name).toMatchObject({ type: 'object' });
      expect(tool.inputSchema, tool.name).toMatchObject({ type: 'object' });
      expect(tool.annotations, tool.name).toMatchObject({ openWorldHint: false });
      expect(tool.description, tool.name).not.toBe('');
    }
    await client.close();
  });

  it('adds, reads, changes, checks off, deletes and restores a task', async () => {
    const client = await connect(mode, await secretOf(ada, ...tokenScopes));
    const call = async (name: string, input: object = {}) => {
      const answer = await client.callTool({ name, arguments: { ...input } });
      expect(answer.isError, JSON.stringify(answer.content)).not.toBe(true);
      return answer.structuredContent as Record<string, never>;
    };
    const { id, version } = await call('add_task', { title: 'Write to Grace', tags: ['mail'] });
    expect(await call('list_tasks', { q: 'grace' })).toMatchObject({ items: [{ id }] });
    const patch = { priority: 'high', version };
    expect(await call('update_task', { id, patch })).toMatchObject({
      tasks: [{ id, priority: 'high' }],
    });
    expect(await call('complete_task', { id })).toMatchObject({ tasks: [{ completed: true }] });
    expect(await call('delete_task', { id })).toEqual({ deleted: id });
    expect(await call('restore_task', { id })).toMatchObject({ tasks: [{ deletedAt: null }] });
    expect(await call('get_task', { id })).toMatchObject({ title: 'Write to Grace' });
    expect(await call('count_tasks', { today: '2026-11-25' })).toMatchObject({ done: 1 });
    await call('list_tags');
    await call('delete_task', { id });
    await client.close();
  });

  it.each(zones)('is told the same day when the server runs in %s', (zone) =>
    inZone(zone, async () => {
      const client = await connect(mode, await secretOf(ada, ...tokenScopes));
      const call = async (name: string, input: object) => {
        const answer = await client.callTool({ name, arguments: { ...input } });
        expect(JSON.stringify(answer.content)).toContain('2030-03-31');
        return answer.structuredContent as { id: string; version: number };
      };
      const dueDate = '2030-03-31';
      const { id, version } = await call('add_task', { title: `Clocks, ${zone}`, dueDate });
      expect(await call('get_task', { id })).toMatchObject({ dueDate });
      const renamed = { id, patch: { title: `Change the clocks, ${zone}`, version } };
      expect(await call('update_task', renamed)).toMatchObject({ tasks: [{ dueDate }] });
      const that = { due: 'today', today: dueDate, q: zone };
      expect(await call('list_tasks', that)).toMatchObject({ items: [{ id, dueDate }] });
      await client.callTool({ name: 'delete_task', arguments: { id } });
      await client.close();
    }),
  );

  it('hears in words why a change was not made', async () => {
    const client = await connect(mode, await secretOf(ada, ...tokenScopes));
    const made = await client.callTool({ name: 'add_task', arguments: { title: 'Once' } });
    const { id } = made.structuredContent as { id: string };
    const stale = { id, patch: { title: 'Twice', version: 7 } };
    const answer = await client.callTool({ name: 'update_task', arguments: stale });
    expect(answer).toMatchObject({ isError: true, content: [{ type: 'text' }] });
    await client.close();
  });
});

describe('whoever calls', () => {
  it('without a token is told where to find out how to get one', async () => {
    const answer = await post(listing);
    expect(answer.status).toBe(401);
    const challenge = answer.headers.get('www-authenticate') ?? '';
    const [, where = ''] = /resource_metadata="([^"]+)"/.exec(challenge) ?? [];
    expect(new URL(where).pathname).toBe('/.well-known/oauth-protected-resource/mcp');
    const metadata = await fetch(new URL(new URL(where).pathname, url));
    expect(await metadata.json()).toMatchObject({ scopes_supported: [...tokenScopes] });
  });

  it.each(['nonsense', `todo_${'x'.repeat(43)}`])('with the token %s gets 401', async (token) => {
    expect((await post(listing, { authorization: `Bearer ${token}` })).status).toBe(401);
  });

  it('from a page of another origin gets 403', async () => {
    const authorization = `Bearer ${await secretOf(ada, ...tokenScopes)}`;
    const answer = await post(listing, { authorization, origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
  });

  it('with a token that only reads gets 403 for a change, and nothing is changed', async () => {
    const authorization = `Bearer ${await secretOf(ada, 'tasks:read')}`;
    const params = { name: 'add_task', arguments: { title: 'Sneaked in' } };
    const call = { jsonrpc: '2.0', id: 1, method: 'tools/call', params };
    const answer = await post(call, { authorization });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('www-authenticate')).toContain('insufficient_scope');
    const { items } = (await ada.send('GET /api/v1/tasks?q=Sneaked')).json() as { items: [] };
    expect(items).toEqual([]);
  });
});

describe('somebody else’s task', () => {
  it.each(tools.filter(({ input }) => 'id' in ((input as { shape?: object }).shape ?? {})))(
    'is not there for $name',
    async ({ name }) => {
      const made = await ada.send('POST /api/v1/tasks', { title: 'Of Ada' });
      const { id, version } = made.json() as { id: string; version: number };
      const client = await connect('legacy', await secretOf(eve, ...tokenScopes));
      const patch = { title: 'Of Eve', version };
      const answer = await client.callTool({
        name,
        arguments: {
          id,
          ...(name === 'update_task' && { patch }),
          ...(name === 'add_task' && { title: 'Of Eve' }),
        },
      });
      expect(answer.isError).toBe(true);
      expect(JSON.stringify(answer.content)).not.toContain('Of Ada');
      const kept = await ada.send(`GET /api/v1/tasks/${id}`);
      expect(kept.json()).toMatchObject({ title: 'Of Ada', completed: false, deletedAt: null });
      await client.close();
    },
  );
});

it.each([
  ['no JSON', '{'],
  ['nothing', ''],
  ['a list of lists', '[[[[]]]]'],
  ['a megabyte of text', JSON.stringify({ ...listing, method: 'x'.repeat(1024 * 1024) })],
  [
    'an unknown tool',
    JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'rm', arguments: {} },
    }),
  ],
])('%s is answered without a failure of the server', async (_what, body) => {
  const authorization = `Bearer ${await secretOf(ada, ...tokenScopes)}`;
  const answer = await post(body, { authorization });
  expect(answer.status).toBeLessThan(500);
  expect((await fetch(new URL('/health', url))).status).toBe(200);
});

it('a body over four megabytes is refused with 413', async () => {
  const authorization = `Bearer ${await secretOf(ada, ...tokenScopes)}`;
  const answer = await post('x'.repeat(4 * 1024 * 1024 + 1), { authorization });
  expect(answer.status).toBe(413);
  expect((await fetch(new URL('/health', url))).status).toBe(200);
});

it('a body that breaks off leaves the server answering', async () => {
  const authorization = `Bearer ${await secretOf(ada, ...tokenScopes)}`;
  const socket = connectTo({ host: url.hostname, port: Number(url.port) });
  const head = [
    'POST /mcp HTTP/1.1',
    `host: ${url.host}`,
    `authorization: ${authorization}`,
    'content-type: application/json',
    'accept: application/json, text/event-stream',
    'content-length: 1000',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n{"jsonrpc":`);
  let told = '';
  for await (const part of socket.setEncoding('utf8')) told += part;
  expect(told).not.toMatch(/^HTTP\/1\.1 [25]/);
  expect((await post(listing, { authorization })).status).toBe(200);
});
