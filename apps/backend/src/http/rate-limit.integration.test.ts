import { problem } from '@todo-chatbot/shared';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createTestApp, origin } from '../testing/app.ts';
import type { TestApp } from '../testing/app.ts';
import { Browser } from '../testing/browser.ts';
import { createTestDatabase } from '../testing/database.ts';

const perMinute = 40;
let apps: [TestApp, TestApp];

beforeAll(async () => {
  const url = await createTestDatabase(inject('postgres'));
  const create = () => createTestApp(url, origin, { rateLimitPerMinute: perMinute });
  apps = [create(), create()];
});
afterAll(() => Promise.all(apps.map((app) => app.close())));

/** Sends a request by turns to both processes until one refuses it, and answers all answers. */
async function untilRefused(browser: Browser, request: string, headers = {}) {
  const other = new Browser(apps[1].server);
  for (const [name, value] of browser.cookies) other.cookies.set(name, value);
  const answers = [];
  for (let n = 0; n < 3 * perMinute; n += 1) {
    const answer = await (n % 2 ? other : browser).send(request, undefined, { headers });
    answers.push(answer);
    if (answer.statusCode === 429) return answers;
  }
  throw new Error('Nothing was refused.');
}

it('an account’s requests are counted over both processes, and told', async () => {
  const ada = new Browser(apps[0].server);
  await ada.signUp('Ada');
  const answers = await untilRefused(ada, 'GET /api/v1/tasks');
  // A minute may end on the way, and each process may hold a few unused.
  expect(answers.length).toBeGreaterThan(perMinute - 4);
  expect(answers[0]?.headers).toMatchObject({
    'ratelimit-limit': '40',
    'ratelimit-remaining': '39',
    'ratelimit-reset': expect.stringMatching(/^\d+$/),
  });
  const refusal = answers.at(-1)!;
  expect(problem.parse(refusal.json()).code).toBe('rate_limited');
  expect(Number(refusal.headers['retry-after'])).toBeGreaterThan(0);

  const bob = new Browser(apps[0].server);
  await bob.signUp('Bob');
  expect((await bob.send('GET /api/v1/tasks')).statusCode).toBe(200);
});

it('strangers are counted by their address, whether let in or turned away', async () => {
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const stranger = new Browser(apps[0].server);
  for (const [route, address] of [
    ['GET /api/v1/features', '203.0.113.1'],
    ['GET /api/v1/tasks', '203.0.113.2'],
  ] as const) {
    const answers = await untilRefused(stranger, route, from(address));
    expect(problem.parse(answers.at(-1)?.json()).code).toBe('rate_limited');
    const headers = from('203.0.113.3');
    expect((await stranger.send(route, undefined, { headers })).statusCode).not.toBe(429);
  }
});

it('strangers at the MCP door are counted by their address, and told in its own form', async () => {
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const stranger = new Browser(apps[0].server);
  const answers = await untilRefused(stranger, 'POST /mcp', from('203.0.113.4'));
  expect(answers[0]?.statusCode).toBe(401);
  const refusal = answers.at(-1)!;
  expect(refusal.json()).toMatchObject({
    jsonrpc: '2.0',
    error: { message: expect.stringMatching(/^More than 40 requests in a minute\. Come back in/) },
  });
  expect(Number(refusal.headers['retry-after'])).toBeGreaterThan(0);
  const headers = from('203.0.113.5');
  expect((await stranger.send('POST /mcp', undefined, { headers })).statusCode).toBe(401);
});

it('what costs more has a smaller limit of its own', async () => {
  const carl = new Browser(apps[0].server);
  await carl.signUp('Carl');
  const statuses: number[] = [];
  for (let n = 0; n < 45; n += 1) {
    statuses.push((await carl.send('POST /api/v1/account/tokens', {})).statusCode);
  }
  expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 400));
  expect(statuses).toContain(429);
  expect((await carl.send('GET /api/v1/tasks')).statusCode).toBe(200);
});

it('when permits cannot be counted, everybody passes', async () => {
  const away = createTestApp('postgres://todo:pw@127.0.0.1:1/todo', origin, {
    rateLimitPerMinute: perMinute,
  });
  const answer = await new Browser(away.server).send('GET /api/v1/features');
  expect(answer.statusCode).toBe(200);
  await away.close();
});
