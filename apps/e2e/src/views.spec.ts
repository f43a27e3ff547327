import { expect, test } from './test.ts';
import { dayFromNow, seed, todo } from './todo-page.ts';

test.beforeEach(async ({ page, person, baseURL }) => {
  await expect(page.getByRole('button', { name: 'Account' })).toContainText(person.name);
  const [yesterday, today, tomorrow, later] = await Promise.all(
    [-1, 0, 1, 12].map((days) => dayFromNow(page, days)),
  );
  await seed(page, String(baseURL), [
    { title: 'Pay the rent', dueDate: yesterday, priority: 'high', tags: ['home'] },
    { title: 'Write to Ines', dueDate: today },
    { title: 'Call the bank', dueDate: tomorrow, priority: 'low', tags: ['money', 'home'] },
    { title: 'Renew the passport', dueDate: later },
    { title: 'Learn the ukulele', notes: 'Chords first' },
  ]);
});

test('today begins with what is overdue, and what is added there is due today', async ({
  page,
}) => {
  const list = todo(page);
  await page.goto('/app/today');
  await expect(list.titles).toHaveText(['Pay the rent', 'Write to Ines']);
  await expect(page.getByRole('heading', { name: 'Overdue' })).toBeVisible();
  await expect(list.row('Pay the rent')).toContainText('Overdue since Yesterday');
  await list.add('Buy lemons');
  await expect(list.row('Buy lemons')).toContainText('Today');
  const today = page
    .getByRole('navigation', { name: 'Lists' })
    .getByRole('link', { name: 'Today' });
  await expect(today).toContainText('3');
});

test('upcoming is gathered by day', async ({ page }) => {
  await page.goto('/app/upcoming');
  await expect(todo(page).titles).toHaveText(['Call the bank', 'Renew the passport']);
  await expect(page.getByRole('heading', { name: /^Tomorrow · / })).toBeVisible();
});

test('a tag has a page of its own', async ({ page }) => {
  await page.getByRole('link', { name: /^home/ }).click();
  await expect(page).toHaveURL(/\/app\/tags\/home$/);
  await expect(todo(page).titles).toHaveText(['Pay the rent', 'Call the bank']);
});

test('search finds words wherever they stand', async ({ page }) => {
  await todo(page).goTo('Search');
  await page.getByRole('searchbox', { name: 'Search tasks' }).fill('chords');
  await expect(todo(page).titles).toHaveText(['Learn the ukulele']);
  await expect(page).toHaveURL(/q=chords/);
  await page.getByRole('searchbox', { name: 'Search tasks' }).fill('no such words');
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
});

test('filters and the order stand in the address, so that they can be shared', async ({
  page,
  context,
}) => {
  await page.goto('/app');
  await page.getByRole('button', { name: /^Filter/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'High' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Low' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Sort/ }).click();
  await page.getByRole('menuitemradio', { name: 'Title' }).click();
  await expect(todo(page).titles).toHaveText(['Call the bank', 'Pay the rent']);
  const shared = await context.newPage();
  await shared.goto(page.url());
  await expect(todo(shared).titles).toHaveText(['Call the bank', 'Pay the rent']);
  await shared.getByRole('button', { name: /^Filter/ }).click();
  await shared.getByRole('menuitem', { name: 'Clear the filters' }).click();
  await expect(todo(shared).titles).toHaveCount(5);
});
