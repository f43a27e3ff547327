import { createdToken, tokenScopes } from '@todo-chatbot/shared';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestApp } from '../testing/app.ts';
import type { TestApp } from '../testing/app.ts';
import { Browser } from '../testing/browser.ts';
import { createTestDatabase } from '../testing/database.ts';

const version = '2026-07-28';
let app: TestApp;
let ada: Browser;
let secret: string;

beforeAll(async () => {
  app = createTestApp(await createTestDatabase(inject('postgres')));
  ada = new Browser(app.server);
  await ada.signUp('Ada');
  const body = { name: 'Headers', scopes: [...tokenScopes] };
  const made = await ada.send('POST /api/v1/account/tokens', body);
  secret = createdToken.parse(made.json()).secret;
});
afterAll(() => app.close());

/** Calls add_task by the revision 2026-07-28, with other headers where they are given. */
const addTask = (title: string, headers: Record<string, string> = {}) =>
  app.server.inject({
    method: 'POST',
    url: '/mcp',
    headers: {
      authorization: `Bearer ${secret}`,
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      'mcp-protocol-version': version,
      'mcp-method': 'tools/call',
      'mcp-name': 'add_task',
      ...headers,
    },
    payload: {
      ...{ jsonrpc: '2.0', id: 1, method: 'tools/call' },
      params: {
        ...{ name: 'add_task', arguments: { title } },
        _meta: {
          'io.modelcontextprotocol/protocolVersion': version,
          'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
          'io.modelcontextprotocol/clientCapabilities': {},
        },
      },
    },
  });

const titles = async () => {
  const { items } = (await ada.send('GET /api/v1/tasks')).json() as { items: { title: string }[] };
  return items.map(({ title }) => title);
};

it('a call whose headers say what its body says is answered', async () => {
  const answer = await addTask('In order');
  expect([answer.statusCode, answer.json().result.structuredContent.title]).toEqual([
    200,
    'In order',
  ]);
});

describe('a call whose headers say something else than its body', () => {
  it.each([
    ['another tool', { 'mcp-name': 'list_tasks' }],
    ['another method', { 'mcp-method': 'tools/list' }],
    ['another revision', { 'mcp-protocol-version': '2025-11-25' }],
  ])('names %s: 400, -32020, and nothing is changed', async (_what, headers) => {
    const answer = await addTask('Out of order', headers);
    expect([answer.statusCode, answer.json().error.code]).toEqual([400, -32_020]);
    expect(await titles()).not.toContain('Out of order');
  });
});
