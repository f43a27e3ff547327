import { newPerson } from './person.ts';
import { expect, test } from './test.ts';
import { todo } from './todo-page.ts';

test('the list on the landing page works before there is an account, and comes along', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page).toHaveTitle('todo-chatbot');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'A quiet place for everything you have to do.',
  );
  const list = page.getByRole('list', { name: 'Your try-out list' });
  const field = page.getByRole('textbox', { name: 'Add a task' });
  for (const title of ['Learn the ukulele', 'Ask Tom']) {
    await field.fill(title);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
  }
  await expect(list.getByRole('listitem').first()).toContainText('Ask Tom');
  await page.getByRole('checkbox', { name: 'Complete “Ask Tom”' }).check();
  await expect(page.getByText('2 of 6 done')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Complete “Ask Tom”' }).uncheck();

  await page.getByRole('link', { name: 'Keep these 2 tasks in an account' }).click();
  const { name, email, password } = newPerson();
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(todo(page).titles).toHaveText(['Ask Tom', 'Learn the ukulele']);
});

test('what is typed is understood at once, and comes into the account whole', async ({ page }) => {
  await page.goto('/');
  const field = page.getByRole('textbox', { name: 'Add a task' });
  await field.fill('Pay rent every 1st at 9am !high #home');
  await expect(page.locator('form mark').filter({ hasText: 'every 1st' })).toBeVisible();
  await expect(page.getByRole('status')).toContainText('Repeats every month on day 1');
  await field.press('Enter');
  const list = page.getByRole('list', { name: 'Your try-out list' });
  const row = list.getByRole('listitem').filter({ hasText: 'Pay rent' });
  await expect(row).toContainText('#home');
  await expect(row).toContainText('09:00');

  await page.getByRole('link', { name: 'Keep this task in an account' }).click();
  const { name, email, password } = newPerson();
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  const created = page.waitForResponse(
    (answer) => answer.url().endsWith('/api/v1/tasks') && answer.request().method() === 'POST',
  );
  await page.getByRole('button', { name: 'Create account' }).click();
  expect(await (await created).json()).toMatchObject({
    title: 'Pay rent',
    dueDate: expect.stringMatching(/-01$/),
    dueTime: '09:00',
    priority: 'high',
    tags: ['home'],
    recurrence: { every: 1, unit: 'month', monthDay: 1 },
  });
});

test('nothing moves for somebody who wants stillness', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/');
  const placeholder = page.getByPlaceholder('Try it: call Maya tomorrow at 9');
  await expect(placeholder).toBeVisible();
  const moving = () =>
    page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    );
  await expect.poll(moving).toBe(0);
});

test('the theme follows the device until the visitor chooses, and then stays', async ({ page }) => {
  const themes = page.getByRole('navigation', { name: 'Account' });
  const ground = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const light = await ground();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await ground();
  expect(dark).not.toBe(light);

  await themes.getByTitle('Light theme').click();
  expect(await ground()).toBe(light);
  const html = await page.request.get('/').then((answer) => answer.text());
  expect(html, 'the server writes the choice into the page').toContain('data-theme="light"');
  await page.reload();
  expect(await ground()).toBe(light);
  await themes.getByTitle('Theme of the device').click();
  expect(await ground()).toBe(dark);
});
