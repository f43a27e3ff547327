import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { overflow } from './overflow.ts';
import { expect, test } from './test.ts';

const execute = promisify(execFile);
const workspace = join(import.meta.dirname, '../../..');

/** The names of the clients that the page explains. */
const names = ['Claude Code', 'Claude Desktop', 'Cursor', 'VS Code', 'Inspector', 'curl'];

/** Chooses a client, and answers what is to be copied. */
async function snippet(page: Page, client: string): Promise<string> {
  await page.getByRole('tab', { name: client, exact: true }).click();
  return page.getByRole('tabpanel').locator('pre').innerText();
}

async function makeToken(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'Make a token' }).click();
  await page.getByLabel('What it is for').fill(name);
  await page.getByRole('button', { name: 'Make the token' }).click();
  await expect(page.getByText('Waiting for your app’s first request')).toBeVisible();
  return /Bearer (\S+?)'/.exec(await snippet(page, 'curl'))?.[1] ?? '';
}

test('a token that is made here lets the official client in, in both revisions', async ({
  page,
  person,
}) => {
  await page.goto('/app/connect');
  const address = new URL('/mcp', page.url());
  const shown = page.getByRole('region', { name: '1. The address' }).getByRole('code');
  await expect(shown).toHaveText(address.href);
  const token = await makeToken(page, 'The official client');
  for (const mode of ['legacy', { pin: '2026-07-28' }] as const) {
    const client = new Client({ name: 'e2e', version: '1' }, { versionNegotiation: { mode } });
    const requestInit = { headers: { authorization: `Bearer ${token}` } };
    await client.connect(new StreamableHTTPClientTransport(address, { requestInit }));
    const title = `Called by ${person.name}, ${mode === 'legacy' ? 'as before' : 'as now'}`;
    const answer = await client.callTool({ name: 'add_task', arguments: { title } });
    expect(answer.structuredContent).toMatchObject({ title });
    await client.close();
  }
  await expect(page.getByText('Your app is connected.')).toBeVisible();
  await page.goto('/app');
  await expect(page.getByText(`Called by ${person.name}, as now`)).toBeVisible();
});

test('the commands that are to be typed work as they stand there', async ({ page, person }) => {
  expect(person.email).toBeTruthy();
  await page.goto('/app/connect');
  await makeToken(page, 'Typed commands');
  for (const client of ['curl', 'Inspector']) {
    const { stdout } = await execute('bash', ['-c', await snippet(page, client)], {
      cwd: workspace,
    });
    expect(stdout, client).toContain('add_task');
  }
});

test('a client that can log in by itself is given no token', async ({ page, person }) => {
  expect(person.email).toBeTruthy();
  await page.goto('/app/connect');
  for (const client of ['Claude Code', 'Claude Desktop', 'VS Code']) {
    const told = await snippet(page, client);
    expect(told).toContain(new URL('/mcp', page.url()).href);
    expect(told).not.toMatch(/authorization/i);
  }
  const opens = page.getByRole('link', { name: 'Open VS Code' });
  await expect(opens).toHaveAttribute('href', /^vscode:mcp\/install\?/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing, and at 360 pixels no client scrolls the page sideways', async ({
      page,
      person,
    }) => {
      expect(person.email).toBeTruthy();
      await page.goto('/app/connect');
      await expect(page.getByRole('tab')).toHaveText(names);
      await expectAccessible(page, 'the page as it opens');
      await page.getByRole('button', { name: 'Make a token' }).click();
      await expectAccessible(page, 'the form of a token');
      await page.getByRole('button', { name: 'Cancel' }).click();
      await makeToken(page, 'Somebody’s Claude');
      await expectAccessible(page, 'the page with a token');
      await page.setViewportSize({ width: 360, height: 740 });
      for (const name of names) {
        await snippet(page, name);
        expect(await overflow(page), name).toBe(0);
      }
      await expectAccessible(page, 'the page at 360 pixels');
    });
  });
}
