import { logIn, signUp } from './account-forms.ts';
import { newPerson } from './person.ts';
import { expect, test } from './test.ts';
import { reloadSaved, saving, todo } from './todo-page.ts';

test('a life with the app: sign up, work, log out, come back', async ({ page }) => {
  const person = newPerson();
  const list = todo(page);

  await page.goto('/');
  await page.getByRole('link', { name: 'Create your list' }).click();
  await signUp(page, person);

  await expect(page.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();
  await list.add('Write to Ines');
  await list.add('Buy lemons');
  await list.add('Old idea');

  await list.open('Buy lemons');
  await list.sheet.getByRole('textbox', { name: 'Title' }).fill('Buy six lemons');
  await list.sheet.getByRole('textbox', { name: 'Notes' }).fill('The organic ones');
  const edited = saving(page, 'PATCH');
  await page.keyboard.press('Escape');
  await edited;
  const completed = saving(page, 'PATCH');
  await list.check('Write to Ines').check();
  await completed;
  const deleted = saving(page, 'PATCH');
  await list.remove('Old idea');
  await deleted;

  await reloadSaved(page);
  await expect(list.row('Buy six lemons')).toContainText('Has notes');
  await expect(page.getByRole('listitem')).toHaveCount(1);
  await list.goTo('Done');
  await expect(list.row('Write to Ines')).toBeVisible();

  await page.getByRole('button', { name: 'Account' }).click();
  await expect(page.getByText(person.email)).toBeVisible();
  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(page).toHaveURL(/\/login$/);
  await page.goto('/app');
  await expect(page).toHaveURL(/\/login/);

  await logIn(page, person);
  await expect(list.row('Buy six lemons')).toBeVisible();
});

test.describe('with what the server refuses', () => {
  test.use({ tolerated: /status of 401/ });

  test('a wrong password is told in plain words, and nothing is lost', async ({
    page,
    account,
  }) => {
    await page.goto('/login');
    await logIn(page, { ...account, password: 'not-the-password' });
    await expect(page.getByRole('alert').filter({ hasText: 'e-mail' })).toHaveText(
      'This e-mail and password do not belong together. Check both and try again.',
    );
    await expect(page.getByLabel('E-mail')).toHaveValue(account.email);
  });

  test('a session that ended leads to the login, which says so', async ({ page, person }) => {
    expect(person.email).toContain('@');
    await expect(page.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();
    const session = (await page.context().cookies()).find((c) => c.name.endsWith('session_token'));
    await page.context().addCookies([{ ...session!, value: 'forged' }]);
    // Not page.reload: the page may lead to the login before it is loaded.
    await page.evaluate(() => location.reload());
    await expect(page.getByText('Your session has ended')).toBeVisible();
  });
});

for (const [path, login] of [
  ['/app', '/login'],
  ['/app/done', '/login?next=%2Fapp%2Fdone'],
] as const) {
  test(`${path} asks a stranger to log in`, async ({ page }) => {
    await page.goto(path);
    await expect(page).toHaveURL(login);
    await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
  });
}

test('the sign-up form names each fault at its field', async ({ page }) => {
  await page.goto('/signup');
  await page.getByLabel('E-mail').fill('maya');
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByLabel('Name')).toHaveAccessibleDescription('Type your name.');
  await expect(page.getByLabel('Name')).toBeFocused();
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/not an e-mail address/);
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(
    'Use at least 8 characters.',
  );
});
