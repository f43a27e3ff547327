import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

test.use({
  serviceWorkers: 'allow',
  tolerated: /ERR_INTERNET_DISCONNECTED|Failed to (?:fetch|load)/,
});

/** Waits until the service worker has kept what it was asked to. */
async function isKept(page: Page, path: string): Promise<void> {
  const kept = () =>
    page.evaluate(async (wanted) => Boolean(await caches.match(new URL(wanted, origin))), path);
  await expect.poll(kept, { timeout: 20_000 }).toBe(true);
}

test('the app can be installed', async ({ page, person, request }) => {
  expect(person.name).toBeTruthy();
  const href = await page.locator('link[rel=manifest]').getAttribute('href');
  const answer = await request.get(String(href));
  expect(answer.headers()['content-type']).toContain('application/manifest+json');
  const manifest = (await answer.json()) as { icons: { src: string; purpose: string }[] };
  expect(manifest).toMatchObject({ id: '/app', start_url: '/app', display: 'standalone' });
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');
  for (const { src } of manifest.icons) expect((await request.get(src)).ok(), src).toBe(true);
  const devtools = await page.context().newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

test('the app opens without a network after one visit', async ({ page, context, person }) => {
  expect(person.name).toBeTruthy();
  await isKept(page, '/app');
  await isKept(page, '/app/done');
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Lists' })).toBeVisible();
  await expect(page.getByText('You are offline')).toBeVisible();
  await page.goto('/app/done');
  await expect(page.getByRole('heading', { name: 'Done', exact: true })).toBeVisible();
  await context.setOffline(false);
});

test('nothing of the API is ever kept, and no page for the next person', async ({
  page,
  person,
}) => {
  expect(person.name).toBeTruthy();
  await isKept(page, '/app');
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.filter((path) => path.startsWith('/api'))).toEqual([]);
  await page.goto('/login');
  await expect
    .poll(() => page.evaluate(async () => Boolean(await caches.match(new URL('/app', origin)))))
    .toBe(false);
});
