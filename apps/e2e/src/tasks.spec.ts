import { newPerson, signUp } from './person.ts';
import { expect, test } from './test.ts';
import { saving, todo } from './todo-page.ts';

test.use({ tolerated: /status of (409|503)|ERR_INTERNET_DISCONNECTED/ });

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
  await page.reload();
  await list.goTo('To do');
  await expect(list.row('Water the plants')).toBeVisible();
});

test('a deletion can be undone, and nothing was sent', async ({ page }) => {
  const list = todo(page);
  await list.add('Keep me');
  let deletions = 0;
  page.on('request', (request) => (deletions += Number(request.method() === 'DELETE')));
  await list.remove('Keep me');
  await expect(list.row('Keep me')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(list.row('Keep me')).toBeVisible();
  await page.reload();
  await expect(list.row('Keep me')).toBeVisible();
  expect(deletions).toBe(0);
});

test('a deletion counts also when the page is left at once', async ({ page }) => {
  const list = todo(page);
  await list.add('Forget me');
  await list.remove('Forget me');
  await page.goto('/');
  const left = () => page.request.get('/api/v1/tasks').then((answer) => answer.json());
  await expect.poll(left).toMatchObject({ items: [] });
});

test('a change that the server cannot take is taken back, with a word and a second try', async ({
  page,
}) => {
  const list = todo(page);
  await list.add('Call Maya');
  await page.route('**/api/v1/tasks/*', (route) => route.fulfill({ status: 503, body: '' }));
  await list.check('Call Maya').click();
  await expect(list.toast.getByText('“Call Maya” was not saved.')).toBeVisible();
  await expect(list.check('Call Maya')).not.toBeChecked();
  await page.unroute('**/api/v1/tasks/*');
  const saved = saving(page, 'PATCH');
  await page.getByRole('button', { name: 'Try again' }).click();
  expect((await saved).status()).toBe(200);
  await expect(page.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();
});

test('a change made elsewhere is not overwritten in silence', async ({ page, context }) => {
  const list = todo(page);
  await list.add('Plan the trip');
  const other = todo(await context.newPage());
  const otherPage = other.field.page();
  await otherPage.goto('/app');
  await expect(other.row('Plan the trip')).toBeVisible();

  const first = saving(page, 'PATCH');
  await list.check('Plan the trip').check();
  await first;

  await other.open('Plan the trip');
  await other.sheet.getByRole('textbox', { name: 'Title' }).fill('Plan the journey');
  await otherPage.keyboard.press('Escape');
  await expect(other.toast.getByText('“Plan the trip” was changed in another place')).toBeVisible();
  const mine = saving(otherPage, 'PATCH');
  await otherPage.getByRole('button', { name: 'Save mine' }).click();
  expect((await mine).status()).toBe(200);
});

test('what is typed offline is sent when the connection is back', async ({ page, context }) => {
  const list = todo(page);
  await expect(page.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText('You are offline.')).toBeVisible();
  await list.field.fill('From the train');
  await page.keyboard.press('Enter');
  await expect(list.row('From the train')).toBeVisible();
  await expect(page.getByText('One change waits to be sent.')).toBeVisible();
  const sent = saving(page, 'POST');
  await context.setOffline(false);
  expect((await sent).status()).toBe(201);
  await page.reload();
  await expect(list.row('From the train')).toBeVisible();
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

test('a long list is loaded page by page', async ({ page, baseURL }) => {
  const headers = { origin: String(baseURL) };
  for (let at = 60; at > 0; at -= 1) {
    await page.request.post('/api/v1/tasks', { data: { title: `Task ${at}` }, headers });
  }
  await page.reload();
  await expect(todo(page).row('Task 50')).toBeAttached();
  await page.getByRole('button', { name: 'Open “Task 50”' }).scrollIntoViewIfNeeded();
  await expect(page.getByRole('listitem')).toHaveCount(60);
});
