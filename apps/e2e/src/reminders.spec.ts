import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, refusals, test as mailTest } from './mail/test.ts';
import { overflow } from './overflow.ts';

const test = mailTest.extend<{
  /** Opens the app as a new person. */
  enter: () => Promise<void>;
  /** Makes a task and lets its reminder come now. */
  remind: (title: string) => Promise<string>;
}>({
  enter: async ({ page, pair, confirm }, use) =>
    use(async () => {
      const data = await confirm();
      const headers = { origin: pair.address };
      await page.request.post('/api/auth/sign-in/email', { data, headers });
      await page.goto('/app');
      await expect(page.getByRole('button', { name: 'Account' })).toContainText(data.name);
    }),
  remind: async ({ page, pair, database }, use) =>
    use(async (title) => {
      const due = { dueDate: '2031-03-20', dueTime: '09:30', timeZone: 'Asia/Kolkata' };
      const headers = { origin: pair.address };
      const answer = await page.request.post('/api/v1/tasks', {
        data: { title, ...due },
        headers,
      });
      const { id } = (await answer.json()) as { id: string };
      await database.letReminderCome(id);
      return id;
    }),
});

// One worker, and so one pair of servers, for all that is here.
test.describe.configure({ mode: 'default' });
test.use({ tolerated: refusals });

test.beforeEach(({ database }) => database.letWaitsEnd());

const notices = (page: Page) => page.getByRole('region', { name: 'Notifications (F8)' });
const notice = (page: Page, title: string) =>
  notices(page).getByRole('listitem').filter({ hasText: title });
const bell = (page: Page, unread: number) =>
  page.getByRole('button', {
    name: unread === 0 ? 'Reminders' : `Reminders, ${unread} unread`,
    exact: true,
  });
const list = (page: Page) => page.getByRole('dialog', { name: 'Reminders' });
const isCompleted = async (page: Page, id: string) => {
  const task = (await (await page.request.get(`/api/v1/tasks/${id}`)).json()) as object;
  return 'completed' in task && task.completed;
};

test('a reminder shows as it happens, and is answered there', async ({ page, enter, remind }) => {
  await enter();
  const repot = await remind('Repot the ficus');
  await notice(page, 'Repot the ficus').getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => isCompleted(page, repot)).toBe(true);
  await expect(bell(page, 0)).toBeVisible();

  await remind('Call the plumber');
  await notice(page, 'Call the plumber').getByRole('button', { name: 'Snooze 1 h' }).click();
  await expect(notice(page, 'You will be reminded again')).toBeVisible();

  await remind('Renew the passport');
  await notice(page, 'Renew the passport').getByRole('button', { name: 'Open' }).click();
  await expect(page.getByRole('dialog').getByLabel('Title')).toHaveValue('Renew the passport');
});

test('of two tabs one shows it, and both know when it was seen', async ({
  page,
  context,
  enter,
  remind,
}) => {
  await enter();
  const other = await context.newPage();
  await other.goto('/app');
  await expect(bell(other, 0)).toBeVisible();
  await remind('Only once');
  await expect(bell(page, 1)).toBeVisible();
  await expect(bell(other, 1)).toBeVisible();
  const shown = () =>
    Promise.all([page, other].map((tab) => notice(tab, 'Only once').count())).then((counts) =>
      counts.reduce((sum, count) => sum + count, 0),
    );
  await expect.poll(shown).toBe(1);

  await bell(other, 1).click();
  await expect(list(other).getByText('Only once')).toBeVisible();
  await expect(bell(page, 0)).toBeVisible();
  await expect.poll(shown).toBe(0);
});

test('what comes while a tab reads its list for the first time is not missed', async ({
  page,
  context,
  enter,
  remind,
}) => {
  await enter();
  const other = await context.newPage();
  const read = Promise.withResolvers<undefined>();
  const told = Promise.withResolvers<undefined>();
  await other.route(
    '**/api/v1/reminders',
    async (route) => {
      const response = await route.fetch();
      read.resolve(undefined);
      await told.promise;
      await route.fulfill({ response });
    },
    { times: 1 },
  );
  await other.goto('/app');
  await read.promise;
  await remind('Just in time');
  await expect(bell(page, 1)).toBeVisible();
  told.resolve(undefined);
  await expect(bell(other, 1)).toBeVisible();
});

test('the bell counts what came while nobody was there, and lists it', async ({
  page,
  enter,
  remind,
}) => {
  await enter();
  await page.goto('about:blank');
  for (const title of ['One', 'Two', 'Three', 'Four']) await remind(title);
  await expect
    .poll(async () => {
      const answer = await page.request.get('/api/v1/reminders');
      return ((await answer.json()) as { unread: number }).unread;
    })
    .toBe(4);
  await page.goto('/app');
  await notice(page, '4 reminders').getByRole('button', { name: 'Show' }).click();
  await expect(list(page).getByRole('listitem')).toHaveCount(4);
  await expect(list(page).getByLabel('New')).toHaveCount(4);
  await list(page).getByRole('button', { name: 'Tomorrow' }).first().click();
  await expect(notice(page, 'You will be reminded again on')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list(page)).toHaveCount(0);
  await expect(bell(page, 0)).toBeVisible();
});

test('reminders by mail are switched on the account page', async ({ page, enter }) => {
  await enter();
  await page.goto('/app/account');
  const section = page.getByRole('region', { name: 'Reminders by mail' });
  await expect(section.getByText('Reminders by mail are on')).toBeVisible();
  await section.getByRole('button', { name: 'Switch off' }).click();
  await expect(section.getByText('Reminders by mail are off')).toBeVisible();
  await page.reload();
  await section.getByRole('button', { name: 'Switch on' }).click();
  await expect(section.getByText('Reminders by mail are on')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`notice and list are accessible and fit a phone, ${colorScheme}`, async ({
    page,
    enter,
    remind,
  }) => {
    await page.emulateMedia({ colorScheme });
    await enter();
    await remind(`Repot ${'thirstyplants'.repeat(8)}`);
    await expect(notice(page, 'Repot')).toBeVisible();
    await expectAccessible(page, 'notice');
    await page.screenshot({ path: test.info().outputPath(`notice-${colorScheme}.png`) });
    await bell(page, 1).click();
    await expect(list(page).getByRole('listitem')).toHaveCount(1);
    await expectAccessible(page, 'list');
    await page.screenshot({ path: test.info().outputPath(`list-${colorScheme}.png`) });
    await page.keyboard.press('Escape');

    await page.setViewportSize({ width: 360, height: 740 });
    await remind('Another one');
    await expect(notice(page, 'Another one')).toBeVisible();
    expect(await overflow(page)).toBe(0);
    await page.screenshot({ path: test.info().outputPath(`notice-360-${colorScheme}.png`) });
    await page.getByRole('button', { name: 'More, with unread reminders' }).click();
    const more = page.getByRole('dialog', { name: 'More' });
    await expect(more.getByRole('button')).not.toHaveCount(0);
    await expect(notice(page, 'Another one')).toBeVisible();
    // A trial finds out whether something lies over it.
    for (const row of await more.getByRole('button').all()) await row.click({ trial: true });
    await page.screenshot({ path: test.info().outputPath(`more-360-${colorScheme}.png`) });
    await page.keyboard.press('Escape');
    // It leaves by itself when nobody is with it, which is not to have been seen.
    await page.mouse.move(0, 0);
    await expect(notice(page, 'Another one')).toBeHidden({ timeout: 40_000 });
    await page.getByRole('button', { name: 'More, with unread reminders' }).click();
    await bell(page, 1).click();
    await expect(list(page).getByRole('listitem')).toHaveCount(2);
    await expectAccessible(page, 'list on a phone');
    await page.screenshot({ path: test.info().outputPath(`list-360-${colorScheme}.png`) });
  });
}
