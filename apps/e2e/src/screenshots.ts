import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { devices, expect, test, type Page } from '@playwright/test';
import { newPerson, signUp } from './person.ts';
import { todo } from './todo-page.ts';

const folder = process.env.IMAGES ?? join(import.meta.dirname, '../../../docs/images');
const largest = 150 * 1024;

const open = [
  { title: 'Send Ines the draft by noon', notes: 'Chapter three first, she has an hour.' },
  { title: 'Call Maya about Saturday' },
  { title: 'Book the train to Lisbon', notes: 'Window seat, quiet coach.\nThe 07:40 is cheaper.' },
  { title: 'Fix the bell on the bicycle' },
  { title: 'Reply to the school about the trip' },
  { title: 'Return the library books' },
  { title: 'Buy oat milk, lemons and rice' },
];
const done = ['Water the plants', 'Pay the electricity bill', 'Back up the laptop'];

async function fillAccount(page: Page, origin: string): Promise<void> {
  await signUp(page.request, origin, newPerson());
  const headers = { origin };
  const create = async (data: object) => {
    const answer = await page.request.post('/api/v1/tasks', { data, headers });
    return (await answer.json()) as { id: string; version: number };
  };
  for (const title of done) {
    const { id, version } = await create({ title });
    const data = { completed: true, version };
    await page.request.patch(`/api/v1/tasks/${id}`, { data, headers });
  }
  for (const task of open.toReversed()) await create(task);
  await page.goto('/app');
  await expect(page.getByRole('listitem')).toHaveCount(open.length);
}

async function shoot(page: Page, name: string): Promise<void> {
  const path = join(folder, `${name}.png`);
  mkdirSync(folder, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  expect(statSync(path).size, `${name}.png is small`).toBeLessThan(largest);
}

test.use({ viewport: { width: 1280, height: 800 }, contextOptions: { reducedMotion: 'reduce' } });

test.describe('light', () => {
  test.use({ colorScheme: 'light' });

  test('the landing page', async ({ page }) => {
    await page.setViewportSize({ width: 1120, height: 640 });
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await shoot(page, 'landing');
  });

  test('the list', async ({ page, baseURL }) => {
    await fillAccount(page, String(baseURL));
    await shoot(page, 'tasks-light');
  });
});

test.describe('dark', () => {
  test.use({ colorScheme: 'dark' });

  test('a task', async ({ page, baseURL }) => {
    await fillAccount(page, String(baseURL));
    await todo(page).open('Book the train to Lisbon');
    await shoot(page, 'tasks-dark');
  });
});

test.describe('phone', () => {
  const { userAgent, isMobile, hasTouch } = devices['Pixel 7'];
  test.use({ userAgent, isMobile, hasTouch, viewport: { width: 360, height: 720 } });
  test.use({ deviceScaleFactor: 2, colorScheme: 'light' });

  test('the list', async ({ page, baseURL }) => {
    await fillAccount(page, String(baseURL));
    await shoot(page, 'tasks-phone');
  });
});
