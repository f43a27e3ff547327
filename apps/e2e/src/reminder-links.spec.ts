import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { logIn } from './account-forms.ts';
import type { Mail } from './mail/fake-resend.ts';
import { expect, refusals, test as mailTest } from './mail/test.ts';
import { overflow } from './overflow.ts';
import type { Person } from './person.ts';
import { todo } from './todo-page.ts';

interface Reminded {
  person: Person;
  taskId: string;
  mail: Mail;
}

const test = mailTest.extend<{
  /** Makes a task and lets its reminder come by mail. */
  remind: (title?: string) => Promise<Reminded>;
  /** A browser that knows no account: the mail program's. */
  stranger: Page;
}>({
  remind: async ({ page, pair, resend, confirm, database }, use) =>
    use(async (title = 'Repot the ficus') => {
      const person = await confirm();
      const headers = { origin: pair.address };
      await page.request.post('/api/auth/sign-in/email', { data: person, headers });
      const due = { dueDate: '2031-03-20', dueTime: '09:30', timeZone: 'Asia/Kolkata' };
      const data = { title, notes: 'The small one', ...due };
      const answer = await page.request.post('/api/v1/tasks', { data, headers });
      const { id } = (await answer.json()) as { id: string };
      await database.letReminderCome(id);
      return { person, taskId: id, mail: await resend.mailTo(person.email, /^Reminder: /) };
    }),
  stranger: async ({ browser, pair }, use) => {
    const context = await browser.newContext({ baseURL: pair.address });
    await use(await context.newPage());
    await context.close();
  },
});

// One worker, and so one pair of servers, for all that is here.
test.describe.configure({ mode: 'default' });
test.use({ tolerated: refusals });

test.beforeEach(({ database }) => database.letWaitsEnd());

const links = ({ text }: Mail) => text.match(/^https?:\S+$/gm) ?? [];
const linkTo = ({ text }: Mail, words: string) =>
  new RegExp(`${words}:\n(http\\S+)`).exec(text)?.[1] ?? '';
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 });
const isCompleted = async (page: Page, id: string) => {
  const task = (await (await page.request.get(`/api/v1/tasks/${id}`)).json()) as object;
  return 'completed' in task && task.completed;
};
const wantsMail = async (page: Page) =>
  ((await (await page.request.get('/api/v1/account/reminders')).json()) as { mail: boolean }).mail;

test('a mail says what is due, and its links do nothing when they are only opened', async ({
  page,
  stranger,
  remind,
}) => {
  const { taskId, mail } = await remind();
  expect(mail.subject).toBe('Reminder: Repot the ficus');
  expect(mail.text).toContain('Due Thursday 20 March 2031 at 09:30 (Asia/Kolkata).');
  expect(links(mail)).toHaveLength(5);
  for (const link of links(mail)) {
    await stranger.goto(link);
    await expect(stranger.getByRole('heading', { level: 1 })).toBeVisible();
  }
  const header = /<(.*)>/.exec(mail.headers?.['List-Unsubscribe'] ?? '')?.[1] ?? '';
  await stranger.goto(header);
  await expect(stranger.getByRole('button', { name: 'Stop reminders by mail' })).toBeEnabled();
  expect(await isCompleted(page, taskId)).toBe(false);
  expect(await wantsMail(page)).toBe(true);
});

test('one press completes the task, without an account', async ({ page, stranger, remind }) => {
  const { taskId, mail } = await remind();
  const link = linkTo(mail, 'Mark as done');
  await stranger.goto(link);
  await expect(heading(stranger, 'Is this done?')).toBeVisible();
  await expect(stranger.getByText('Repot the ficus')).toBeVisible();
  await stranger.getByRole('button', { name: 'Mark as done' }).click();
  await expect(heading(stranger, 'Marked as done')).toBeFocused();
  expect(await isCompleted(page, taskId)).toBe(true);

  await stranger.goto(link);
  await expect(heading(stranger, 'This is done already')).toBeVisible();
  await expect(stranger.getByRole('button')).toHaveCount(0);
});

test('the task opens after the login, from the mail and from what came of a press', async ({
  stranger,
  remind,
}) => {
  const { person, mail } = await remind();
  const { sheet } = todo(stranger);
  const title = sheet.getByRole('textbox', { name: 'Title' });
  await stranger.goto(linkTo(mail, 'Mark as done'));
  await stranger.getByRole('link', { name: 'Open the task' }).click();
  await logIn(stranger, person);
  await expect(title).toHaveValue('Repot the ficus');

  await stranger.context().clearCookies();
  await stranger.goto(linkTo(mail, 'Open the task'));
  await logIn(stranger, person);
  await expect(title).toHaveValue('Repot the ficus');
});

test('one press lets it come again', async ({ stranger, remind }) => {
  const { mail } = await remind();
  await stranger.goto(linkTo(mail, 'Remind me tomorrow'));
  await expect(heading(stranger, 'Remind you again?')).toBeVisible();
  await stranger.getByRole('button', { name: 'Remind me tomorrow' }).click();
  await expect(heading(stranger, 'You will be reminded again')).toBeFocused();
  await expect(stranger.getByText(/comes on .* at 09:00 \(Asia\/Kolkata\)/)).toBeVisible();
});

test('a link whose task was moved or deleted says so', async ({ page, stranger, remind }) => {
  const { taskId, mail } = await remind();
  const task = `/api/v1/tasks/${taskId}`;
  const { version } = (await (await page.request.get(task)).json()) as { version: number };
  const headers = { origin: new URL(mail.text.match(/http\S+/)?.[0] ?? '').origin };
  await page.request.patch(task, { data: { version, dueDate: '2032-01-01' }, headers });
  await stranger.goto(linkTo(mail, 'Mark as done'));
  await expect(heading(stranger, 'This reminder is out of date')).toBeVisible();
  await page.request.delete(task, { headers });
  await stranger.reload();
  await expect(heading(stranger, 'This task was deleted')).toBeVisible();
  await expect(stranger.getByText('Repot the ficus')).toHaveCount(0);
});

test('the mail ends by a press, or by one click of the mail program', async ({
  page,
  stranger,
  remind,
}) => {
  const { mail } = await remind();
  const header = /<(.*)>/.exec(mail.headers?.['List-Unsubscribe'] ?? '')?.[1] ?? '';
  expect(mail.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  const form = { 'List-Unsubscribe': 'One-Click' };
  // Of a mail program: no origin, no cookie.
  const answer = await stranger.request.post(header, { form });
  expect(answer.status()).toBe(200);
  expect(await wantsMail(page)).toBe(false);

  await stranger.goto(linkTo(mail, 'Stop reminders by mail'));
  await expect(heading(stranger, 'Reminders by mail are off')).toBeVisible();
});

test('nobody else learns the address of a page, and no search engine', async ({
  stranger,
  remind,
}) => {
  const { mail } = await remind();
  await stranger.goto(linkTo(mail, 'Mark as done'));
  const meta = (name: string) =>
    stranger.locator(`meta[name="${name}"]`).first().getAttribute('content');
  expect(await meta('referrer')).toBe('no-referrer');
  expect(await meta('robots')).toContain('noindex');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the pages are accessible and fit a phone, ${colorScheme}`, async ({ stranger, remind }) => {
    const { mail } = await remind(`Water ${'thirstyplants'.repeat(12)}`);
    await stranger.emulateMedia({ colorScheme });
    for (const width of [1280, 360]) {
      await stranger.setViewportSize({ width, height: 800 });
      for (const [name, link] of Object.entries({
        complete: linkTo(mail, 'Mark as done'),
        snooze: linkTo(mail, 'Remind me in an hour'),
        stop: linkTo(mail, 'Stop reminders by mail'),
        unknown: '/r/nothing',
      })) {
        await stranger.goto(link);
        await expect(stranger.getByRole('heading', { level: 1 })).toBeVisible();
        await expectAccessible(stranger, `${name} ${width} ${colorScheme}`);
        expect(await overflow(stranger), name).toBe(0);
        const picture = test.info().outputPath(`${name}-${width}.png`);
        await stranger.screenshot({ path: picture });
      }
    }
  });
}
