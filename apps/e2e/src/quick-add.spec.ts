import { expect, test } from './test.ts';
import { saving, todo } from './todo-page.ts';

test.beforeEach(async ({ page, person }) => {
  await expect(page.getByRole('button', { name: 'Account' })).toContainText(person.name);
});

test('what is typed is understood while it is typed, and saved as it was shown', async ({
  page,
}) => {
  const list = todo(page);
  const understood = page.getByRole('list', { name: 'Understood' });
  await list.field.fill('Pay rent every 1st at 9am !high #home');
  await expect(understood.getByRole('listitem')).toContainText([
    /^Every month on the 1st, first /,
    '09:00',
    'High priority',
    'home',
  ]);
  const saved = saving(page, 'POST');
  await page.keyboard.press('Enter');
  expect(await (await saved).json()).toMatchObject({
    title: 'Pay rent',
    priority: 'high',
    tags: ['home'],
    dueTime: '09:00',
    recurrence: { every: 1, unit: 'month', monthDay: 1 },
  });
  await expect(list.row('Pay rent')).toBeVisible();
  await expect(list.field).toHaveValue('');
  await expect(list.field).toBeFocused();
});

test('what is switched off stays text', async ({ page }) => {
  const list = todo(page);
  const understood = page.getByRole('list', { name: 'Understood' });
  await list.field.fill('Read Tomorrow and Tomorrow #books');
  await understood.getByRole('button', { name: 'Tomorrow' }).first().click();
  await expect(understood.getByRole('button', { pressed: true })).toHaveText(['books']);
  const saved = saving(page, 'POST');
  await list.field.press('Enter');
  expect(await (await saved).json()).toMatchObject({
    title: 'Read Tomorrow and Tomorrow',
    tags: ['books'],
    dueDate: null,
  });
});

test('Shift and Enter adds the task and opens it', async ({ page }) => {
  const list = todo(page);
  await list.field.fill('Think about it');
  await page.keyboard.press('Shift+Enter');
  await expect(list.sheet.getByRole('textbox', { name: 'Title' })).toHaveValue('Think about it');
});

test('a task that is opened before the server has it stays open when it does', async ({ page }) => {
  const list = todo(page);
  const opened = Promise.withResolvers<undefined>();
  await page.route('**/api/v1/tasks', async (route) => {
    await opened.promise;
    await route.continue();
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  await list.field.fill('Think about it');
  const created = saving(page, 'POST');
  await page.keyboard.press('Shift+Enter');
  const title = list.sheet.getByRole('textbox', { name: 'Title' });
  await expect(title).toHaveValue('Think about it');
  opened.resolve(undefined);
  const { id } = (await (await created).json()) as { id: string };
  await title.fill('Think about it again');
  const changed = saving(page, 'PATCH');
  await title.blur();
  await changed;
  await expect(title).toHaveValue('Think about it again');
  expect(asked.filter((one) => one.startsWith('GET') && one.endsWith(id))).toEqual([]);
});

test('a task added in a view belongs to it, unless the text says otherwise', async ({ page }) => {
  const list = todo(page);
  await page.goto('/app/today');
  await list.field.fill('Water the plants');
  const understood = page.getByRole('list', { name: 'Understood' });
  await expect(understood.getByRole('button', { name: 'Today' })).toBeVisible();
  const saved = saving(page, 'POST');
  await page.keyboard.press('Enter');
  const { dueDate } = (await (await saved).json()) as { dueDate: string };
  expect(dueDate).not.toBeNull();
  await page.goto('/app/tags/garden');
  await list.field.fill('Mow the lawn');
  const tagged = saving(page, 'POST');
  await page.keyboard.press('Enter');
  expect(await (await tagged).json()).toMatchObject({ tags: ['garden'] });
});

test('a key brings the field from everywhere, also where a list has none', async ({ page }) => {
  const list = todo(page);
  await page.keyboard.press('q');
  await expect(list.field).toBeFocused();
  // By a link of the living page: one that was loaded anew does not listen to keys at once.
  await list.field.blur();
  await list.goTo('Done');
  await expect(page.getByRole('heading', { name: 'Done', exact: true })).toBeVisible();
  await page.keyboard.press('q');
  await page.getByRole('dialog', { name: 'Add a task' }).waitFor();
  await page.keyboard.type('Call the plumber tomorrow');
  const saved = saving(page, 'POST');
  await page.keyboard.press('Enter');
  expect(await (await saved).json()).toMatchObject({ title: 'Call the plumber' });
  await expect(list.toast.getByText('Added to your tasks')).toBeVisible();
});
