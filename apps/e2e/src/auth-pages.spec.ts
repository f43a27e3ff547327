import { newPerson, signUp } from './person.ts';
import { expect, test } from './test.ts';

test('where no mail is sent, the pages say so instead of promising a link', async ({ page }) => {
  await page.goto('/login');
  await page.getByRole('link', { name: 'Forgot it?' }).click();
  await expect(page.getByRole('heading', { name: 'No mail from here' })).toBeVisible();
  await expect(page.getByLabel('E-mail')).toBeHidden();
  await page.goto('/signup');
  await expect(page.getByText('This installation sends no mail')).toBeVisible();
});

test('a link that is too old leads to a new one', async ({ page }) => {
  await page.goto('/reset-password?error=INVALID_TOKEN');
  await expect(page.getByRole('heading', { name: 'This link is too old' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Send a new link' })).toBeVisible();
  await page.goto('/verify-email?error=TOKEN_EXPIRED');
  await expect(page.getByRole('heading', { name: 'This link is too old' })).toBeVisible();
});

test.describe('with what the server refuses', () => {
  test.use({ tolerated: /status of 4\d\d/ });

  test('a forged link changes no password, and says what helps', async ({ page }) => {
    await page.goto('/reset-password?token=forged');
    await page.getByLabel('New password').fill('correct-horse-2');
    await page.getByRole('button', { name: 'Save the new password' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'link' })).toHaveText(
      'This link has been used or is too old. Ask for a new one.',
    );
  });

  test('an address that is taken is told where one can log in', async ({ page, baseURL }) => {
    const person = newPerson();
    await signUp(page.request, String(baseURL), person);
    await page.context().clearCookies();
    await page.goto('/signup');
    await page.getByLabel('Name').fill('Somebody Else');
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByLabel('Password').fill('another-password');
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'account' })).toContainText(
      'Log in instead',
    );
  });
});

test('a password can be looked at while it is typed', async ({ page }) => {
  await page.goto('/login');
  const field = page.getByLabel('Password');
  await field.fill('correct-horse');
  await expect(field).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(field).toHaveAttribute('type', 'text');
});
