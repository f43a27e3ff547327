import { expectAccessible } from './accessible.ts';
import { overflow } from './overflow.ts';
import { expect, test } from './test.ts';
import { todo } from './todo-page.ts';

const publicPages = [
  '/',
  '/login',
  '/signup',
  '/forgot-password',
  '/reset-password',
  '/reset-password?token=a-token',
  '/verify-email',
  '/verify-email?error=TOKEN_EXPIRED',
  '/docs/api',
  '/no-such-page',
];

test.use({ tolerated: /status of 404.*no-such-page/ });

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing on the public pages', async ({ page }) => {
      for (const path of publicPages) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectAccessible(page, path);
      }
      await page.goto('/login');
      await page.getByRole('button', { name: 'Log in' }).click();
      await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/Type your/);
      await expectAccessible(page, 'a form with faults');
    });

    test('axe finds nothing in the app', async ({ page, person }) => {
      const list = todo(page);
      await expect(page.getByRole('button', { name: 'Account' })).toContainText(person.name);
      await expect(page.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();
      await expectAccessible(page, 'the empty list');
      await list.add('Look at me');
      await list.remove('Look at me');
      await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
      await expectAccessible(page, 'a toast');
      await page.getByRole('button', { name: 'Undo' }).click();
      await expectAccessible(page, 'a list');
      await page.getByRole('button', { name: 'Account' }).click();
      await expectAccessible(page, 'the account menu');
      await page.keyboard.press('Escape');
      await list.open('Look at me');
      await expectAccessible(page, 'the sheet');
    });
  });
}

test.describe('at 360 pixels', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('no page scrolls sideways', async ({ page, person }) => {
    const list = todo(page);
    await expect(page.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();
    await list.add(`${person.name} `.repeat(20).trim());
    await list.add('Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel'.repeat(3));
    expect(await overflow(page)).toBe(0);
    await page.getByRole('listitem').first().getByRole('button').first().click();
    await expect(list.sheet).toBeVisible();
    expect(await overflow(page)).toBe(0);
    for (const path of [...publicPages, '/app/done']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await overflow(page), path).toBe(0);
    }
  });
});

test('every page comes with a strict policy, and never with the same nonce', async ({
  request,
}) => {
  const policies = await Promise.all(
    ['/', '/', '/login', '/app', '/no-such-page'].map(async (path) => {
      const headers = (await request.get(path, { maxRedirects: 0 })).headers();
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      return String(headers['content-security-policy']);
    }),
  );
  for (const policy of policies) {
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  }
  expect(new Set(policies).size).toBe(policies.length);
});

test('the browser talks to one origin only', async ({ page, person, baseURL }) => {
  const strangers: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== baseURL) strangers.push(request.url());
  });
  await page.goto('/');
  await page.goto('/app');
  await todo(page).add(`Hello, ${person.name}`);
  expect(strangers).toEqual([]);
});
