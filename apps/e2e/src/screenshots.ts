import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ownZone } from '@todo-chatbot/shared/dates';
import { devices, expect, test, type Page } from '@playwright/test';
import { fillWithDemo } from './demo/fill.ts';
import { openSession } from './demo/session.ts';
import { newPerson, signIn } from './person.ts';

const folder = process.env.IMAGES ?? join(import.meta.dirname, '../../../docs/images');
const largest = 180 * 1024;

async function fillAccount(page: Page, origin: string): Promise<void> {
  const person = newPerson();
  const { owner, send } = await openSession(origin, person);
  await fillWithDemo(send, owner, ownZone());
  await signIn(page.request, origin, person);
  await page.goto('/app');
  await expect(page.getByText('Book the train to Lisbon').first()).toBeVisible();
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

  test('the list', async ({ page, baseURL }) => {
    await fillAccount(page, String(baseURL));
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
