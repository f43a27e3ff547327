import { newPerson, signUp } from './person.ts';
import { expect, test } from './test.ts';
import { reloadSaved, saving, todo } from './todo-page.ts';

test.use({ tolerated: /status of 503/ });

test.beforeEach(async ({ page, person }) => {
  await expect(page.getByRole('button', { name: 'Account' })).toContainText(person.name);
});

test('a task that was checked off moves to Done, and back', async ({ page }) => {
  const list = todo(page);
  await list.add('Water the plants');
  await list.check('Water the plants').check();
  await expect(page.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();
  await list.goTo('Done');
  await list.check('Water the plants').uncheck();
  await expect(page.getByRole('heading', { name: 'Nothing done yet' })).toBeVisible();
  await reloadSaved(page);
  await list.goTo('To do');
  await expect(list.row('Water the plants')).toBeVisible();
});

test('a deletion counts also when the page is left at once', async ({ page }) => {
  const list = todo(page);
  await list.add('Forget me');
  await list.remove('Forget me');
  await page.goto('/');
  const left = () => page.request.get('/api/v1/tasks').then((answer) => answer.json());
  await expect.poll(left).toMatchObject({ items: [] });
});

test('a list that cannot be read says so and can be asked for again', async ({ page }) => {
  await page.route('**/api/v1/tasks?*', (route) => route.fulfill({ status: 503, body: '' }));
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Your tasks could not be loaded' })).toBeVisible();
  await page.unroute('**/api/v1/tasks?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();
});

test('another person sees none of it, not even by its id', async ({ page, browser, baseURL }) => {
  const created = saving(page, 'POST');
  await todo(page).add('My secret plan');
  const { id } = (await (await created).json()) as { id: string };

  const stranger = await browser.newContext({ baseURL });
  await signUp(stranger.request, String(baseURL), newPerson('Somebody Else'));
  const theirs = await stranger.newPage();
  await theirs.goto('/app');
  await expect(theirs.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();
  const headers = { origin: String(baseURL) };
  const path = `/api/v1/tasks/${id}`;
  const tries = [
    stranger.request.get(path),
    stranger.request.patch(path, { data: { title: 'Mine now', version: 1 }, headers }),
    stranger.request.delete(path, { headers }),
  ];
  expect((await Promise.all(tries)).map((answer) => answer.status())).toEqual([404, 404, 404]);
  await stranger.close();
  await page.reload();
  await expect(todo(page).row('My secret plan')).toBeVisible();
});
