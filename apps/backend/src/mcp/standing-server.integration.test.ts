import { createdToken, tokenScopes } from '@todo-chatbot/shared';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestApp } from '../testing/app.ts';
import type { TestApp } from '../testing/app.ts';
import { Browser } from '../testing/browser.ts';
import { createTestDatabase } from '../testing/database.ts';

const version = '2026-07-28';
const title = 'Say “да” \\ "yes"';
const notes = `${title}\n\u2028\t`;
let app: TestApp;
const secrets: string[] = [];

async function newcomer(name: string): Promise<string> {
  const person = new Browser(app.server);
  await person.signUp(name);
  await person.send('POST /api/v1/tasks', { title: `${title} of ${name}`, notes });
  const body = { name: 'Client', scopes: [...tokenScopes] };
  const made = await person.send('POST /api/v1/account/tokens', body);
  return createdToken.parse(made.json()).secret;
}

beforeAll(async () => {
  app = createTestApp(await createTestDatabase(inject('postgres')));
  for (const name of ['Ada', 'Bob']) secrets.push(await newcomer(name));
});
afterAll(() => app.close());

const envelope = {
  'io.modelcontextprotocol/protocolVersion': version,
  'io.modelcontextprotocol/clientCapabilities': {},
};

async function post(body: unknown, headers: Record<string, string>, secret = secrets[0]) {
  const { statusCode, body: text } = await app.server.inject({
    ...{ method: 'POST', url: '/mcp', payload: JSON.stringify(body) },
    headers: {
      authorization: `Bearer ${secret}`,
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      ...headers,
    },
  });
  const [, streamed] = /^data: ([^\n]*)$/m.exec(text) ?? [];
  return { statusCode, isStream: streamed !== undefined, answer: JSON.parse(streamed ?? text) };
}

type Params = { name: string; arguments?: unknown };

/** The same call twice: as clients send it, and in a form of which the library alone makes sense. */
const twice = {
  modern: ({ name, ...more }: Params, id: unknown) => {
    const body = {
      jsonrpc: '2.0',
      id,
      method: 'tools/call',
      params: { name, ...more, _meta: envelope },
    };
    const headers = { 'mcp-protocol-version': version, 'mcp-method': 'tools/call' };
    const encoded = `=?base64?${Buffer.from(name).toString('base64')}?=`;
    return [name, encoded].map((called) => post(body, { ...headers, 'mcp-name': called }));
  },
  legacy: (params: Params, id: unknown) => {
    const body = { jsonrpc: '2.0', id, method: 'tools/call', params };
    return [body, [body]].map((sent) => post(sent, { 'mcp-protocol-version': '2025-11-25' }));
  },
};

describe.each(['modern', 'legacy'] as const)('a %s call', (era) => {
  it.each([
    ['of a list', 1, { name: 'list_tasks', arguments: { limit: 50 } }],
    ['of a count', 'a "name" as id', { name: 'count_tasks', arguments: { today: '2026-11-25' } }],
    ['without arguments', 0, { name: 'list_tags' }],
    ['with arguments that do not fit', 2, { name: 'list_tasks', arguments: { limit: 0 } }],
    ['with arguments that are none', 3, { name: 'list_tasks', arguments: 'all' }],
    ['of what is not there', 4, { name: 'get_task', arguments: { id: crypto.randomUUID() } }],
  ])('%s is answered as the library answers it', async (_what, id, params) => {
    const [own, library] = await Promise.all(twice[era](params, id));
    expect(own?.isStream).toBe(false);
    expect(library?.isStream).toBe(era === 'legacy');
    expect([own?.statusCode, own?.answer]).toEqual([library?.statusCode, library?.answer]);
  });
});

it('a list comes as data and as text of the same data', async () => {
  const [own] = await Promise.all(twice.modern({ name: 'list_tasks' }, 1));
  const { content, structuredContent } = own!.answer.result;
  expect(structuredContent.items[0]).toMatchObject({
    title: `${title} of Ada`,
    notes,
  });
  expect(JSON.parse(content[0].text)).toEqual(structuredContent);
});

it('calls at once get each its own answer, also where their ids are the same', async () => {
  const call = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'list_tasks' } };
  const asked = Array.from({ length: 40 }, (_, n) => secrets[n % 2]);
  const answers = await Promise.all(asked.map((secret) => post(call, {}, secret)));
  const owners = answers.map(({ answer }) =>
    answer.result.structuredContent.items[0].title.slice(-3),
  );
  expect(owners).toEqual(asked.map((secret) => (secret === secrets[0] ? 'Ada' : 'Bob')));
});
