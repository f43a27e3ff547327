import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { reloadSaved, saving, seed, todo } from './todo-page.ts';

test.use({ tolerated: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of (409|503)/ });

/** The changes that reach the server from now on. */
function arrivals(page: Page): string[] {
  const arrived: string[] = [];
  page.on('response', (answer) => {
    const method = answer.request().method();
    if (method !== 'GET' && answer.url().includes('/api/v1/')) {
      arrived.push(`${method} ${answer.status()}`);
    }
  });
  return arrived;
}

test('what is done offline is sent once, in its order, when the connection is back', async ({
  page,
  person,
  context,
  baseURL,
}) => {
  const list = todo(page);
  await seed(page, String(baseURL), [{ title: 'Old' }]);
  await page.reload();
  await expect(list.row('Old')).toBeVisible();
  const arrived = arrivals(page);
  await context.setOffline(true);
  await expect(page.getByText('You are offline.')).toBeVisible();
  await list.field.fill(`From the train of ${person.name}`);
  await page.keyboard.press('Enter');
  await expect(list.row(`From the train of ${person.name}`)).toBeVisible();
  await list.check('Old').check();
  await expect(page.getByText('2 changes wait to be sent.')).toBeVisible();
  const sent = saving(page, 'PATCH');
  await context.setOffline(false);
  await sent;
  await reloadSaved(page);
  await expect(list.titles).toHaveText([`From the train of ${person.name}`]);
  expect(arrived).toEqual(['POST 201', 'PATCH 200']);
});

test('what could not be sent before the page was closed is sent by the next one', async ({
  page,
  person,
  context,
}) => {
  const title = `Kept for ${person.name}`;
  await expect(page.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();
  await page.route('**/api/v1/tasks', (route) => route.abort());
  await todo(page).field.fill(title);
  await page.keyboard.press('Enter');
  await expect(page.getByText('One change waits to be sent.')).toBeVisible();
  await page.close();

  const next = await context.newPage();
  const arrived = arrivals(next);
  await next.goto('/app');
  await expect(todo(next).row(title)).toBeVisible();
  await expect.poll(() => arrived).toHaveLength(1);
  await reloadSaved(next);
  await expect(todo(next).titles).toHaveText([title]);
});

test('a change whose answer was lost is made once', async ({ page, person }) => {
  const list = todo(page);
  await list.add('Water the plants');
  let lost = 0;
  await page.route('**/api/v1/tasks/*', async (route) => {
    if (route.request().method() !== 'PATCH' || lost++ > 0) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await list.check('Water the plants').check();
  await expect(page.getByText('The server cannot be reached.')).toBeVisible();
  await expect(page.getByText('The server cannot be reached.')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Account' })).toContainText(person.name);
  await list.goTo('Done');
  await expect(list.titles).toHaveText(['Water the plants']);
  expect(lost).toBeGreaterThan(1);
});

test('while the server is away, changes stay and are sent when it is back', async ({
  page,
  person,
}) => {
  const list = todo(page);
  await list.add(`Call ${person.name}`);
  await page.route('**/api/v1/tasks/*', (route) => route.fulfill({ status: 503, body: '' }));
  await list.check(`Call ${person.name}`).check();
  await expect(page.getByText('The server cannot be reached. One change waits')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();
  const saved = saving(page, 'PATCH');
  await page.unroute('**/api/v1/tasks/*');
  expect((await saved).status()).toBe(200);
  await expect(page.getByText('The server cannot be reached.')).toBeHidden();
});
