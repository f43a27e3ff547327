import { newPerson, signUp, type Person } from './person.ts';
import { expect, test as base } from './test.ts';

/** Somebody of their own for each test: these tests change accounts. */
const test = base.extend<{ owner: Person }>({
  owner: async ({ page, baseURL }, use) => {
    const person = newPerson();
    await signUp(page.request, String(baseURL), person);
    await page.goto('/app/account');
    await expect(page.getByText(person.email)).toBeVisible({ timeout: 20_000 });
    await use(person);
  },
});

test('the name is changed, and shows at once', async ({ page, owner }) => {
  expect(owner.name).not.toContain('Ines');
  await page.getByLabel('Name').fill('Ines Moreau');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Your name is saved.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Account', exact: true })).toContainText('Ines');
});

test('a token is made, shown once, works, and is revoked', async ({ page, owner, request }) => {
  expect(owner.email).toContain('@');
  await page.getByRole('button', { name: 'New token' }).click();
  await page.getByLabel('What it is for').fill('Backup script');
  await page.getByRole('button', { name: 'Make the token' }).click();
  const secret = await page.getByRole('status').locator('code').innerText();
  const row = page.getByRole('list', { name: 'API tokens' }).getByRole('listitem');
  await expect(row).toContainText('Backup script');
  await expect(row).toContainText('never used');

  const headers = { authorization: `Bearer ${secret}` };
  expect((await request.get('/api/v1/tasks', { headers })).status()).toBe(200);

  await page.getByRole('button', { name: 'I have kept it' }).click();
  await expect(page.getByText(secret)).toBeHidden();
  await page.getByRole('button', { name: 'Revoke “Backup script”' }).click();
  await expect(row).toBeHidden();
  expect((await request.get('/api/v1/tasks', { headers })).status()).toBe(401);
});

test('a device is logged out from another one', async ({ page, owner, browser, baseURL }) => {
  const other = await browser.newContext({ baseURL, userAgent: 'Firefox/140.0 (Windows)' });
  const { email, password } = owner;
  const headers = { origin: String(baseURL) };
  await other.request.post('/api/auth/sign-in/email', { data: { email, password }, headers });
  await page.reload();
  const devices = page.getByRole('list', { name: 'Devices' }).getByRole('listitem');
  await expect(devices).toHaveCount(2);
  await expect(devices.first()).toContainText('This device');
  await page.getByRole('button', { name: 'Log out Firefox on Windows' }).click();
  await expect(devices).toHaveCount(1);
  expect((await other.request.get('/api/v1/tasks')).status()).toBe(401);
  await other.close();
});

test('the calendar feed is switched on, told once, and off', async ({ page, owner, request }) => {
  expect(owner.email).toContain('@');
  await page.getByRole('button', { name: 'Switch it on' }).click();
  const address = await page.getByRole('status').locator('code').innerText();
  expect((await request.get(new URL(address).pathname)).status()).toBe(200);
  await page.reload();
  await expect(page.getByText('The feed is on')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(address)).toBeHidden();
  await page.getByRole('button', { name: 'Switch off' }).click();
  await expect(page.getByRole('button', { name: 'Switch it on' })).toBeVisible();
  expect((await request.get(new URL(address).pathname)).status()).toBe(404);
});

test('what was exported comes in again; another file is told apart', async ({ page, owner }) => {
  const headers = { origin: new URL(page.url()).origin };
  const data = { title: `Task of ${owner.name}`, tags: ['home'], dueDate: '2026-12-01' };
  await page.request.post('/api/v1/tasks', { data, headers });
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export' }).click();
  const exported = await (await downloading).path();

  const picker = page.getByLabel('Export to import');
  await picker.setInputFiles(exported);
  await expect(page.getByText('One task came in.')).toBeVisible();
  await picker.setInputFiles({
    name: 'list.json',
    mimeType: 'application/json',
    buffer: Buffer.from('[1, 2]'),
  });
  await expect(page.getByText('This file is no export of this app.')).toBeVisible();
});

test.describe('with what the server refuses', () => {
  test.use({ tolerated: /status of 40[013]/ });

  test('the password is changed by who knows the old one only', async ({
    page,
    owner,
    context,
  }) => {
    const tab = await context.newPage();
    await tab.goto('/app');
    await expect(tab.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();
    await page.getByLabel('Current password').fill('not-the-password');
    await page.getByLabel('New password').fill('correct-horse-2');
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByText('This is not your current password.')).toBeVisible();
    await page.getByLabel('Current password').fill(owner.password);
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByText('Your password is changed.').first()).toBeVisible();
    await expect(page.getByLabel('New password')).toHaveValue('');
    // Both stay logged in, whatever they asked meanwhile.
    for (const one of [tab, page]) {
      await one.reload();
      await expect(one.getByRole('button', { name: 'Account', exact: true })).toBeVisible();
    }
    expect([new URL(tab.url()).pathname, new URL(page.url()).pathname]).toEqual([
      '/app',
      '/app/account',
    ]);
  });

  test('the account goes for good, after its password', async ({ page, owner }) => {
    await page.getByRole('button', { name: 'Delete my account…' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByLabel('Your password').fill('not-the-password');
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    await expect(dialog).toContainText('Nothing was deleted.');
    await dialog.getByLabel('Your password').fill(owner.password);
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    await expect(page.getByText('Your account and everything in it is deleted.')).toBeVisible();
    await page.goto('/app');
    await expect(page).toHaveURL(/\/login/);
  });
});

test('where no mail is sent, reminders show in the app, and the page says why', async ({
  page,
  owner,
}) => {
  expect(owner.email).toContain('@');
  const section = page.getByRole('region', { name: 'Reminders by mail' });
  await expect(section.getByText('This server sends no mail')).toBeVisible();
  await expect(section.getByRole('button')).toHaveCount(0);
  await page.getByRole('button', { name: 'Reminders', exact: true }).click();
  const list = page.getByRole('dialog', { name: 'Reminders' });
  await expect(list.getByText('Nothing yet.')).toBeVisible();
  await expect(list.getByText('This server sends no mail')).toBeVisible();
});
