import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { launchOptions } from './launch-options.ts';
import { newPerson, signUp } from './person.ts';

const address = process.env.BASE_URL ?? 'http://localhost:13100';
const folder = process.env.IMAGES ?? join(import.meta.dirname, '../../../docs/images');

const open = [
  { title: 'Send the draft to Ines before lunch', notes: 'Chapter three first, she has an hour.' },
  { title: 'Call Maya about Saturday' },
  { title: 'Book the train to Lisbon', notes: 'Window seat, quiet coach.\nThe 07:40 is cheaper.' },
  { title: 'Fix the bell on the bicycle' },
  { title: 'Reply to the school about the trip' },
  { title: 'Return the library books' },
  { title: 'Buy oat milk, lemons and rice' },
];
const done = ['Water the plants', 'Pay the electricity bill', 'Back up the laptop'];

interface View {
  width: number;
  height: number;
  scheme: 'light' | 'dark';
  phone?: boolean;
}

const openPage = async (browser: Browser, { width, height, scheme, phone = false }: View) => {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    deviceScaleFactor: phone ? 2 : 1,
    hasTouch: phone,
    isMobile: phone,
    locale: 'en-GB',
  });
  return context.newPage();
};

async function fill(page: Page): Promise<void> {
  await signUp(page.request, address, newPerson());
  const headers = { origin: address };
  const create = async (data: object) => {
    const answer = await page.request.post('/api/v1/tasks', { data, headers });
    return (await answer.json()) as { id: string; version: number };
  };
  for (const title of done) {
    const { id, version } = await create({ title });
    await page.request.patch(`/api/v1/tasks/${id}`, {
      data: { completed: true, version },
      headers,
    });
  }
  for (const task of open.toReversed()) await create(task);
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  process.stdout.write(` ✓ docs/images/${name}.png\n`);
}

const desk = { width: 1280, height: 800 };
const phone = { width: 360, height: 740, phone: true };

async function takeAll(browser: Browser): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await openPage(browser, { ...desk, scheme });
    await page.goto('/');
    await page.getByRole('button', { name: 'Copy the command' }).waitFor();
    await shoot(page, `landing-${scheme}`);
    await fill(page);
    await page.goto('/app');
    await page.getByText('Call Maya').waitFor();
    if (scheme === 'dark') await page.getByRole('button', { name: 'Open “Book the train' }).click();
    await shoot(page, `tasks-${scheme}`);
  }
  const page = await openPage(browser, { ...phone, scheme: 'light' });
  await fill(page);
  await page.goto('/app');
  await page.getByText('Call Maya').waitFor();
  await shoot(page, 'tasks-phone');
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(launchOptions);
await takeAll(browser).finally(() => browser.close());
