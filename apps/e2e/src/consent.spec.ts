import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIRequestContext, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { logIn, signUp } from './account-forms.ts';
import { overflow } from './overflow.ts';
import { newPerson } from './person.ts';
import { expect, test } from './test.ts';

/** A program on this device that asks to be let in, and waits for its person to come back. */
async function startProgram(request: APIRequestContext, origin: string) {
  const server = createServer((_request, response) => response.end('You can close this page.'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const redirect_uri = `http://127.0.0.1:${port}/callback`;
  const { registration_endpoint, authorization_endpoint, token_endpoint } = (await (
    await request.get('/.well-known/oauth-authorization-server')
  ).json()) as Record<string, string>;
  const said = { client_name: 'Editor', redirect_uris: [redirect_uri] };
  const registered = await request.post(String(registration_endpoint), { data: said });
  const { client_id } = (await registered.json()) as { client_id: string };
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    ...{ response_type: 'code', client_id, redirect_uri, state: 'mine' },
    scope: 'tasks:read tasks:write offline_access',
    resource: `${origin}/mcp`,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  return {
    asked: `${authorization_endpoint}?${query}`,
    back: new RegExp(`^http://127\\.0\\.0\\.1:${port}/callback`),
    async redeem(page: Page): Promise<string> {
      const code = new URL(page.url()).searchParams.get('code') ?? '';
      const form = { grant_type: 'authorization_code', code, redirect_uri, client_id };
      const answer = await request.post(String(token_endpoint), {
        form: { ...form, code_verifier: verifier },
      });
      return ((await answer.json()) as { access_token: string }).access_token;
    },
    call: (token: string, title: string) =>
      request.post('/mcp', {
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/json, text/event-stream',
        },
        data: {
          ...{ jsonrpc: '2.0', id: 1, method: 'tools/call' },
          params: { name: 'add_task', arguments: { title } },
        },
      }),
    close: () => server.close(),
  };
}

let program: Awaited<ReturnType<typeof startProgram>>;

test.beforeEach(async ({ playwright, baseURL }) => {
  // Not the browser's: a program has no cookies of its person.
  const request = await playwright.request.newContext({ baseURL: String(baseURL) });
  program = await startProgram(request, new URL(String(baseURL)).origin);
});

test.afterEach(() => program.close());

test('a program is let in after the login, works, and is shut out again', async ({
  page,
  account: person,
}) => {
  await page.goto(program.asked);
  await expect(page.getByText('A program asks to work with your tasks')).toBeVisible();
  await logIn(page, person);

  await expect(page.getByRole('heading', { name: 'Let “Editor” in?' })).toBeVisible();
  await expect(page.getByText(person.email)).toBeVisible();
  await expect(page.getByText('a program on this device')).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveText([
    'See your tasks and tags',
    'Add, change and delete tasks',
    'Stay connected until you disconnect it on your account page',
  ]);
  await page.getByRole('button', { name: 'Allow' }).click();
  await page.waitForURL(program.back);
  const token = await program.redeem(page);
  const title = `By Editor for ${person.name}`;
  expect((await program.call(token, title)).status()).toBe(200);

  await page.goto('/app/account');
  const apps = page.getByRole('list', { name: 'Connected apps' });
  await expect(apps.getByText('Editor', { exact: true })).toBeVisible();
  await apps.getByRole('button', { name: 'Disconnect “Editor”' }).click();
  await expect(page.getByText('None. A program that you let in appears here.')).toBeVisible();
  expect((await program.call(token, title)).status()).toBe(401);
  await page.goto('/app');
  await expect(page.getByText(title)).toBeVisible();
});

test('a program is answered by somebody who first makes an account', async ({ page }) => {
  await page.goto(program.asked);
  await page.getByRole('link', { name: 'Create one' }).click();
  const person = newPerson();
  await signUp(page, person);
  await expect(page.getByText(person.email)).toBeVisible();
  await page.getByRole('button', { name: 'Allow' }).click();
  await page.waitForURL(program.back);
  expect(await program.redeem(page)).toBeTruthy();
});

test('a program that is refused goes away with nothing', async ({ page, person }) => {
  await page.goto(program.asked);
  await expect(page.getByText(person.email)).toBeVisible();
  await page.getByRole('button', { name: 'Refuse' }).click();
  await page.waitForURL(program.back);
  const { searchParams } = new URL(page.url());
  expect([searchParams.get('error'), searchParams.get('code')]).toEqual(['access_denied', null]);
});

test('an address that leads here without a question says what to do', async ({ page, person }) => {
  expect(person.email).toBeTruthy();
  await page.goto('/consent?client_id=forged&sig=x&scope=tasks%3Aread');
  await expect(page.getByRole('heading', { name: 'Nothing to decide here' })).toBeVisible();
});

test.describe('what the server refuses', () => {
  test.use({ tolerated: /status of 400/ });

  test('a question that somebody changed on the way is not answered', async ({ page, person }) => {
    await page.goto(program.asked);
    await expect(page.getByText(person.email)).toBeVisible();
    const changed = new URL(page.url());
    changed.searchParams.set('redirect_uri', 'https://evil.example/');
    await page.goto(changed.href);
    await page.getByRole('button', { name: 'Allow' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'too old' })).toBeVisible();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`at 360 pixels in ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 360, height: 740 } });

    test('the question fits, and axe finds nothing', async ({ page, person }) => {
      await page.goto(program.asked);
      await expect(page.getByText(person.email)).toBeVisible();
      expect(await overflow(page)).toBe(0);
      await expectAccessible(page, 'the question');
    });
  });
}
