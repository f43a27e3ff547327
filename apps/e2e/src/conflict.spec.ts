import { expect, test } from './test.ts';
import { reloadSaved, saving, seed, todo } from './todo-page.ts';

test.use({ tolerated: /status of (400|409)|ERR_FAILED/ });

test('what somebody else wrote is not overwritten in silence', async ({
  page,
  person,
  baseURL,
}) => {
  const list = todo(page);
  // This page does not hear what happens elsewhere.
  await page.route('**/api/v1/events', (route) => route.abort());
  const [task] = await seed(page, String(baseURL), [{ title: 'Plan the trip' }]);
  const address = `/api/v1/tasks/${task!.id}`;
  // Somebody else is faster by the time that this page's change takes to arrive.
  const others = { title: `Plan the trip with ${person.name}`, version: task!.version };
  const headers = { origin: String(baseURL) };
  let first = true;
  await page.route(`**${address}`, async (route) => {
    if (first && route.request().method() === 'PATCH') {
      first = false;
      await page.request.patch(address, { data: others, headers });
    }
    await route.continue();
  });
  await page.reload();
  await list.open('Plan the trip');
  await list.sheet.getByRole('textbox', { name: 'Title' }).fill('Plan the journey');
  await page.keyboard.press('Escape');
  await expect(list.toast.getByText('was changed in another place')).toBeVisible();
  await expect(list.row(`Plan the trip with ${person.name}`)).toBeVisible();

  const mine = saving(page, 'PATCH');
  await page.getByRole('button', { name: 'Save mine' }).click();
  expect((await mine).status()).toBe(200);
  await reloadSaved(page);
  await expect(list.row('Plan the journey')).toBeVisible();
});

test('a change that the server refuses is taken back, with a word and a second try', async ({
  page,
  person,
}) => {
  const list = todo(page);
  await list.add(`Call ${person.name}`);
  await page.route('**/api/v1/tasks/*', (route) =>
    route.request().method() === 'PATCH'
      ? route.fulfill({ status: 400, body: '' })
      : route.continue(),
  );
  await list.check(`Call ${person.name}`).click();
  await expect(list.toast.getByText(`“Call ${person.name}” was not saved.`)).toBeVisible();
  await expect(list.check(`Call ${person.name}`)).not.toBeChecked();
  await page.unroute('**/api/v1/tasks/*');
  const saved = saving(page, 'PATCH');
  await page.getByRole('button', { name: 'Try again' }).click();
  expect((await saved).status()).toBe(200);
  await expect(page.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();
});
