import { logIn, signUp } from './account-forms.ts';
import { newPerson } from './person.ts';
import { expect, test } from './test.ts';
import { seed, todo } from './todo-page.ts';

test('the address of a task leads over the login to the task', async ({
  page,
  person,
  baseURL,
}) => {
  const [task] = await seed(page, String(baseURL), [{ title: 'Repot the ficus' }]);
  // Not the list itself: it would ask on without a session.
  await page.goto('about:blank');
  await page.context().clearCookies();
  await page.goto(`/app/upcoming?task=${task!.id}`);
  await expect(page.getByText('Log in to see the page that you opened.')).toBeVisible();
  await logIn(page, person);
  const { sheet } = todo(page);
  await expect(sheet.getByRole('textbox', { name: 'Title' })).toHaveValue('Repot the ficus');
  await expect(page).toHaveURL(/\/app\/upcoming\?task=/);
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(page).toHaveURL(/\/app\/upcoming$/);
});

test('what was wanted outlasts the ways around the login', async ({ page }) => {
  await page.goto('/app/today');
  const wanted = new URL(page.url()).search;
  expect(wanted).toBe('?next=%2Fapp%2Ftoday');
  await page.getByRole('link', { name: 'Forgot it?' }).click();
  await page.getByRole('link', { name: 'Log in' }).click();
  await page.getByRole('link', { name: 'Create one' }).click();
  await page.getByRole('link', { name: 'Log in' }).click();
  await expect(page).toHaveURL(`/login${wanted}`);
  await page.getByRole('link', { name: 'Create one' }).click();
  await signUp(page, newPerson());
  await expect(page).toHaveURL(/\/app\/today$/);
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
});

for (const evil of ['//evil.example/app', '/\\evil.example', 'javascript:alert(1)//']) {
  test(`no login leads to ${evil}`, async ({ page, account }) => {
    await page.goto(`/login?next=${encodeURIComponent(evil)}`);
    await expect(page.getByText('Welcome back.')).toBeVisible();
    await expect(page.locator('a[href*="next="]')).toHaveCount(0);
    await logIn(page, account);
    await expect(page).toHaveURL(/\/app$/);
    await expect(page.getByRole('heading', { name: 'To do', exact: true })).toBeVisible();
  });
}

test.describe('with what the server refuses', () => {
  test.use({ tolerated: /status of 401/ });

  test('a session that ended on a page goes on there', async ({ page, person }) => {
    await page.goto('/app/upcoming?sort=priority');
    const session = (await page.context().cookies()).find((c) => c.name.endsWith('session_token'));
    await page.context().addCookies([{ ...session!, value: 'forged' }]);
    // Not page.reload: the page may lead to the login before it is loaded.
    await page.evaluate(() => location.reload());
    await expect(page.getByText('Your session has ended')).toBeVisible();
    await logIn(page, person);
    await expect(page).toHaveURL(/\/app\/upcoming\?sort=priority$/);
  });
});
