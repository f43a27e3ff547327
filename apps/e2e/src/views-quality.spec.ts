import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { overflow } from './overflow.ts';
import { expect, test } from './test.ts';
import { dayFromNow, seed, todo } from './todo-page.ts';

const views = ['today', 'upcoming', '', 'board', 'done', 'trash', 'tags/home', 'search?q=the'];

async function fill(page: Page, origin: string): Promise<void> {
  const [yesterday, today, tomorrow] = await Promise.all(
    [-1, 0, 1].map((days) => dayFromNow(page, days)),
  );
  const made = await seed(page, origin, [
    {
      title: 'Pay the rent',
      dueDate: yesterday,
      priority: 'high',
      tags: ['home', 'money', 'paper'],
    },
    { title: 'The garden '.repeat(20).trim(), dueDate: today, priority: 'medium', tags: ['home'] },
    { title: 'Call the bank', dueDate: tomorrow, priority: 'low', stage: 'doing', notes: 'Ask.' },
    { title: 'The done one' },
    { title: 'The deleted one' },
  ]);
  const headers = { origin };
  const [done, deleted] = made.slice(-2);
  const data = { completed: true, version: done!.version };
  await page.request.patch(`/api/v1/tasks/${done!.id}`, { data, headers });
  await page.request.delete(`/api/v1/tasks/${deleted!.id}`, { headers });
}

const shown = (page: Page) => expect(page.locator('[data-task]').first()).toBeVisible();

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing in any view, menu or bar', async ({ page, person, baseURL }) => {
      expect(person.name).not.toBe('');
      await fill(page, String(baseURL));
      for (const view of views) {
        await page.goto(`/app/${view}`);
        await shown(page);
        await expectAccessible(page, view);
      }
      await page.goto('/app');
      await shown(page);
      await page.getByRole('button', { name: /^Filter/ }).click();
      await expectAccessible(page, 'the filter menu');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Select', exact: true }).click();
      await page
        .getByRole('checkbox', { name: /^Select/ })
        .first()
        .check();
      await todo(page).bulk.getByRole('button', { name: 'Due date' }).click();
      await expectAccessible(page, 'the bar of selected tasks');
    });
  });
}

test.describe('at 360 pixels', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('no view scrolls sideways', async ({ page, person, baseURL }) => {
    expect(person.name).not.toBe('');
    await fill(page, String(baseURL));
    for (const view of views) {
      await page.goto(`/app/${view}`);
      await shown(page);
      expect(await overflow(page), view).toBe(0);
    }
    await page.getByRole('button', { name: 'More' }).click();
    await expect(page.getByRole('link', { name: 'Board' })).toBeVisible();
  });
});
