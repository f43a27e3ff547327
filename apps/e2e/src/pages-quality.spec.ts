import { expectAccessible } from './accessible.ts';
import { overflow } from './overflow.ts';
import { expect, test } from './test.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing on the account page, nor in what opens there', async ({
      page,
      person,
    }) => {
      await page.goto('/app/account');
      await expect(page.getByText(person.email)).toBeVisible({ timeout: 20_000 });
      await expect(page.getByText('This device')).toBeVisible({ timeout: 20_000 });
      await expectAccessible(page, 'the account page');
      await page.getByRole('button', { name: 'New token' }).click();
      await expectAccessible(page, 'the form of a token');
      await page.getByRole('button', { name: 'Delete my account…' }).click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
      await expectAccessible(page, 'the last question');
    });

    test('axe finds nothing in a route, nor in a typed task on the landing page', async ({
      page,
    }) => {
      await page.goto('/docs/api');
      await page.getByRole('searchbox', { name: 'Filter the routes' }).fill('patch task restore');
      await page.getByText('/api/v1/tasks/{id}', { exact: true }).click();
      await expectAccessible(page, 'a route');
      await page.goto('/');
      const field = page.getByRole('textbox', { name: 'Add a task' });
      await field.fill('Pay rent every 1st at 9am !high #home');
      await expect(page.locator('form mark').filter({ hasText: 'every 1st' })).toBeVisible();
      await expectAccessible(page, 'the landing page');
    });
  });
}

for (const [width, height] of [
  [360, 740],
  [3840, 2160],
] as const) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height } });

    test('the account page does not scroll sideways', async ({ page, person }) => {
      await page.goto('/app/account');
      await expect(page.getByText(person.email)).toBeVisible({ timeout: 20_000 });
      await page.getByRole('button', { name: 'New token' }).click();
      expect(await overflow(page)).toBe(0);
    });

    test('the docs of the API do not scroll sideways', async ({ page }) => {
      await page.goto('/docs/api');
      for (const route of await page.locator('summary').all()) await route.click();
      expect(await overflow(page)).toBe(0);
    });
  });
}
