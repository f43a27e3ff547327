import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { fillWithDemo } from '../src/demo/fill.ts';
import { newAccount, settled } from './account.ts';
import { largestPaint } from './largest-paint.ts';
import { record } from './samples.ts';

const repetitions = 5;
const slowdown = 4;
const categories = ['loading', 'blink.user_timing', 'devtools.timeline'];

/** The compressed size, in kilobytes, of all scripts that the page has loaded. */
const scriptSize = (page: Page) =>
  page.evaluate(() => {
    const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const scripts = loaded.filter(({ name }) => new URL(name).pathname.endsWith('.js'));
    return scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1024;
  });

async function visit(browser: Browser, page: Page, url: string) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await browser.startTracing(page, { categories });
  await page.goto(url);
  await expect(page.getByText('Book the train to Lisbon').first()).toBeVisible();
  await settled(page);
  const trace = await browser.stopTracing();
  const paint = largestPaint(trace, url);
  const size = await scriptSize(page);
  await devtools.detach();
  return { paint, size };
}

test('the first load of the dashboard', async ({ browser, page, baseURL }) => {
  const origin = String(baseURL);
  const { send, owner } = await newAccount(page, origin);
  await fillWithDemo(send, owner, 'Europe/Berlin');
  const state = await page.context().storageState();
  const samples: Record<string, number[]> = { 'dashboard-js': [], 'dashboard-lcp': [] };
  for (let done = 0; done < repetitions; done += 1) {
    // A browser that has never seen the app, but for its session.
    const context = await browser.newContext({ storageState: state });
    const { paint, size } = await visit(browser, await context.newPage(), `${origin}/app`);
    samples['dashboard-js']?.push(size);
    samples['dashboard-lcp']?.push(paint);
    await context.close();
  }
  record(samples);
});
