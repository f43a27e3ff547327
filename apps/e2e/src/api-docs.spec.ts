import { expect, test } from './test.ts';

test('the API is documented by its own document, to be filtered and copied', async ({
  page,
  baseURL,
}) => {
  await page.goto('/docs/api');
  const routes = page.getByRole('group');
  await expect(page.getByRole('heading', { name: 'Tasks', exact: true })).toBeVisible();
  const all = await routes.count();
  await page.getByRole('searchbox', { name: 'Filter the routes' }).fill('post create task');
  await expect(page.getByRole('status')).toHaveText('One route');
  expect(all).toBeGreaterThan(10);

  await page.getByText('/api/v1/tasks', { exact: true }).click();
  const command = page.getByLabel('the command', { exact: true });
  await expect(command).toContainText(`curl -X POST '${baseURL}/api/v1/tasks'`);
  await expect(command).toContainText('Authorization: Bearer $TODO_TOKEN');
  await expect(page.getByRole('row').filter({ hasText: 'stale_version' })).toContainText('409');

  await page.getByRole('searchbox', { name: 'Filter the routes' }).fill('no such thing');
  await expect(page.getByText('No route has these words.')).toBeVisible();
});

test('the copied example is accepted', async ({ page, person, baseURL }) => {
  expect(person.email).toContain('@');
  await page.goto('/docs/api');
  await page.getByRole('searchbox', { name: 'Filter the routes' }).fill('post create task');
  await page.getByText('/api/v1/tasks', { exact: true }).click();
  const command = await page.getByLabel('the command', { exact: true }).innerText();
  const data = /-d '(.*)'$/s.exec(command)?.[1];
  const headers = { origin: String(baseURL), 'content-type': 'application/json' };
  const answer = await page.request.post('/api/v1/tasks', { data: String(data), headers });
  expect(answer.status()).toBe(201);
});
