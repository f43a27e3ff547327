import { expect, test } from './test.ts';
import { seed } from './todo-page.ts';

test.beforeEach(async ({ page, person, baseURL }) => {
  await seed(page, String(baseURL), [{ title: `Water the plants of ${person.name}` }]);
});

test('the tasks are painted before any script has run', async ({
  page,
  person,
  browser,
  baseURL,
}) => {
  const storageState = await page.context().storageState();
  const still = await browser.newContext({ baseURL, storageState, javaScriptEnabled: false });
  const visit = await still.newPage();
  await visit.goto('/app');
  await expect(visit.getByText(`Water the plants of ${person.name}`)).toBeVisible();
  await still.close();
});

test('a page that is fetched to be kept holds no task', async ({ page, person }) => {
  const title = `Water the plants of ${person.name}`;
  const asDocument = { 'sec-fetch-dest': 'document' };
  const opened = await page.request.get('/app', { headers: asDocument });
  expect(await opened.text()).toContain(title);
  const fetched = await page.evaluate(() => fetch('/app').then((answer) => answer.text()));
  expect(fetched).not.toContain(title);
});
