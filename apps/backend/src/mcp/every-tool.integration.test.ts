import { createdToken, tokenScopes } from '@todo-chatbot/shared';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestApp } from '../testing/app.ts';
import type { TestApp } from '../testing/app.ts';
import { Browser } from '../testing/browser.ts';
import { createTestDatabase } from '../testing/database.ts';
import { hostileBodies, hostileValues } from '../testing/fuzz/hostile.ts';
import { fieldsOf } from '../testing/fuzz/routes.ts';
import { legalValue } from '../testing/fuzz/sample.ts';
import { tools } from './tools/index.ts';

let apps: TestApp[];
let secret: string;

beforeAll(async () => {
  const url = await createTestDatabase(inject('postgres'));
  apps = [createTestApp(url), createTestApp(url)];
  const ada = new Browser(apps[0]?.server as TestApp['server']);
  await ada.signUp('Ada');
  const body = { name: 'Fuzz', scopes: [...tokenScopes] };
  const made = await ada.send('POST /api/v1/account/tokens', body);
  secret = createdToken.parse(made.json()).secret;
});
afterAll(async () => {
  for (const app of apps) await app.close();
});

/** Sends a body to one of two replicas, as it is. */
async function post(body: string | Buffer, type = 'application/json', replica = 0) {
  const app = apps[replica % 2] as TestApp;
  return app.server.inject({
    method: 'POST',
    url: '/mcp',
    headers: {
      ...(type && { 'content-type': type }),
      accept: 'application/json, text/event-stream',
      authorization: `Bearer ${secret}`,
    },
    payload: body,
  });
}

const callOf = (name: string, input: string) =>
  `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"${name}","arguments":${input}}}`;

const lived = async () =>
  Promise.all(
    apps.map(async ({ server }) => (await server.inject({ url: '/health' })).statusCode === 200),
  );

/** What is wrong with an answer to something hostile; undefined when it was taken or refused well. */
function faultOf({ statusCode, body }: { statusCode: number; body: string }): string | undefined {
  if (statusCode >= 500) return `${statusCode} ${body.slice(0, 200)}`;
  // The words for a failure that is nobody's fault but ours.
  if (body.includes('Something went wrong here')) return body.slice(0, 200);
  return /\bat .+\.[jt]s:\d+/.test(body) ? `a stack: ${body.slice(0, 200)}` : undefined;
}

describe.each(tools.map((tool) => ({ name: tool.name, tool })))('$name', ({ name, tool }) => {
  it('takes or refuses every hostile value of every field, and the process lives', async () => {
    const legal = legalValue(tool.input);
    const found: string[] = [];
    let replica = 0;
    for (const field of fieldsOf(tool.input)) {
      for (const [what, value] of Object.entries(hostileValues)) {
        const rest = Object.entries(legal).filter(([known]) => known !== field);
        const members = rest.map(([key, one]) => `${JSON.stringify(key)}:${JSON.stringify(one)}`);
        const input = `{${[...members, `${JSON.stringify(field)}:${value}`].join(',')}}`;
        const fault = faultOf(await post(callOf(name, input), undefined, replica++));
        if (fault) found.push(`${field} is ${what}: ${fault}`);
      }
    }
    expect(found).toEqual([]);
    expect(await lived()).toEqual([true, true]);
  });

  it.each(Object.entries(hostileValues))('refuses %s instead of arguments', async (what, value) => {
    const answer = await post(callOf(name, value));
    expect([what, faultOf(answer)]).toEqual([what, undefined]);
  });
});

it.each(Object.entries(hostileBodies))('%s as a body gets an answer', async (what, given) => {
  const answer = await post(given.body, given.type ?? '');
  expect([what, faultOf(answer)]).toEqual([what, undefined]);
  expect(await lived()).toEqual([true, true]);
});

it('what one replica did, the next one knows', async () => {
  const add = await post(callOf('add_task', '{"title":"Of replica 0"}'), undefined, 0);
  expect(add.statusCode).toBe(200);
  const list = await post(callOf('list_tasks', '{"q":"replica"}'), undefined, 1);
  expect(list.body).toContain('Of replica 0');
});
