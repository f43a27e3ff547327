import { details } from './sheet-page.ts';
import { expect, test } from './test.ts';
import { saving, todo } from './todo-page.ts';

test.beforeEach(async ({ page, person }) => {
  await expect(page.getByRole('button', { name: 'Account' })).toContainText(person.name);
  await todo(page).add('Plan the trip');
  await todo(page).open('Plan the trip');
  await expect(details(page).sheet).toBeVisible();
});

test('title and notes are kept', async ({ page }) => {
  const task = details(page);
  await task.title.fill('Plan the journey');
  await task.notes.fill('By train, if there is one');
  await task.reload();
  await expect(task.title).toHaveValue('Plan the journey');
  await expect(task.notes).toHaveValue('By train, if there is one');
});

test('an answer that a change has overtaken does not bring back what was before', async ({
  page,
}) => {
  const task = details(page);
  await page.keyboard.press('Escape');
  await todo(page).add('Book a hotel');
  const changed = Promise.withResolvers<undefined>();
  const itself = /tasks\/[\w-]{36}$/;
  await page.route(itself, async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const response = await route.fetch();
    await changed.promise;
    await route.fulfill({ response });
  });
  const late = page.waitForEvent(
    'requestfinished',
    (request) => itself.test(request.url()) && request.method() === 'GET',
  );
  await todo(page).open('Book a hotel');
  await task.title.fill('Book a hut');
  const saved = saving(page, 'PATCH');
  await task.title.blur();
  await saved;
  await expect(task.sheet.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
  changed.resolve(undefined);
  await late;
  // Until the page has done with what it was answered.
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
  await expect(task.title).toHaveValue('Book a hut');
});

test('due date, time, repetition and reminders are kept', async ({ page }) => {
  const task = details(page);
  await expect(task.field('Remind').getByRole('button')).toBeDisabled();
  await (await task.choose('Due')).getByRole('button', { name: 'Tomorrow' }).click();
  await expect(task.field('Due')).toContainText('Tomorrow');
  const picker = await task.choose('Due');
  await picker.getByLabel('Time', { exact: true }).fill('09:30');
  await picker.getByLabel('Time', { exact: true }).blur();
  await page.keyboard.press('Escape');
  await expect(task.field('Due')).toContainText('Tomorrow 09:30');

  await (
    await task.choose('Repeat')
  )
    .getByRole('button', { name: 'Every week on weekdays' })
    .click();
  await expect(task.field('Repeat')).toContainText('Every week on weekdays');
  await (await task.choose('Remind')).getByRole('button', { name: '1 day before' }).click();

  await task.reload();
  await expect(task.field('Due')).toContainText('Tomorrow 09:30');
  await expect(task.field('Repeat')).toContainText('Every week on weekdays');
  await expect(task.field('Remind')).toContainText('1 day before');

  await task.field('Due').getByRole('button', { name: 'Remove the due date' }).click();
  await expect(task.field('Repeat')).toContainText('Does not repeat');
  await expect(task.field('Remind')).toContainText('Needs a due date');
});

test('a rule and a reminder of one’s own can be put together', async ({ page }) => {
  const task = details(page);
  const rule = await task.choose('Repeat');
  await rule.getByRole('button', { name: 'Another rule' }).click();
  await rule.getByLabel('How many').fill('3');
  await rule.getByLabel('Unit').selectOption('month');
  await rule.getByRole('combobox', { name: 'On' }).selectOption('the last day');
  await page.keyboard.press('Escape');
  await expect(task.field('Repeat')).toContainText('Every 3 months on the last day');
  await expect(task.field('Due'), 'a rule begins on a day').toContainText('Today');

  const reminder = await task.choose('Remind');
  await reminder.getByLabel('How many').fill('3');
  await reminder.getByLabel('Unit').selectOption('days');
  await reminder.getByRole('button', { name: 'Add' }).click();
  await task.reload();
  await expect(task.field('Repeat')).toContainText('Every 3 months on the last day');
  await expect(task.field('Remind')).toContainText('3 days before');
});

test('priority, stage and tags are kept', async ({ page }) => {
  const task = details(page);
  await task.field('Priority').locator('label', { hasText: 'High' }).click();
  await task.field('Stage').getByText('In progress').click();
  for (const name of ['travel', 'spring']) {
    await task.newTag.fill(name);
    await page.keyboard.press('Enter');
    await expect(task.field('Tags').getByRole('list').first()).toContainText(`#${name}`);
  }
  await task.field('Tags').getByRole('button', { name: 'Remove the tag spring' }).click();
  await task.reload();
  await expect(task.field('Priority').getByRole('radio', { name: 'High' })).toBeChecked();
  await expect(task.field('Stage').getByRole('radio', { name: 'In progress' })).toBeChecked();
  await expect(task.field('Tags').getByRole('listitem')).toHaveText(['#travel']);
});

test('a tag that is none says why, and one that is known is offered', async ({ page }) => {
  const task = details(page);
  await task.newTag.fill('travel');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(task.sheet).toBeHidden();
  await todo(page).add('Pack');
  await todo(page).open('Pack');
  await task.newTag.fill('tr');
  await expect(task.option('#travel')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(task.field('Tags').getByRole('listitem')).toHaveText(['#travel']);
});

test('steps are added, renamed, checked, moved and deleted', async ({ page }) => {
  const task = details(page);
  for (const title of ['Book', 'Pack', 'Leave']) {
    await task.newStep.fill(title);
    await page.keyboard.press('Enter');
    await expect(task.step(title)).toBeVisible();
  }
  await task.step('Leave').press('Alt+ArrowUp');
  await task.step('Pack').fill('Pack the tent');
  await page.keyboard.press('Enter');
  await task.stepCheck('Book').check();
  await task.reload();
  const steps = task.sheet.getByRole('textbox', { name: /^Step “/ });
  // The page begins with what the device had kept, until the server has answered.
  await expect
    .poll(() => steps.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)))
    .toEqual(['Book', 'Leave', 'Pack the tent']);
  await expect(task.stepCheck('Book')).toBeChecked();
  await task.sheet.getByRole('button', { name: 'Delete the step “Leave”' }).click();
  await task.reload();
  await expect(steps).toHaveCount(2);
});

test('the sheet gives the focus back to the row it came from', async ({ page }) => {
  await page.keyboard.press('Escape');
  await expect(details(page).sheet).toBeHidden();
  await expect(page.getByRole('button', { name: 'Open “Plan the trip”' })).toBeFocused();
});

test.describe('in another zone', () => {
  test.use({ timezoneId: 'America/New_York' });

  test('a time of another zone names its clock, and what that is here', async ({
    page,
    baseURL,
  }) => {
    const headers = { origin: String(baseURL) };
    const data = {
      title: 'Call Berlin',
      dueDate: '2027-03-10',
      dueTime: '15:00',
      timeZone: 'Europe/Berlin',
    };
    const answer = await page.request.post('/api/v1/tasks', { data, headers });
    const { id } = (await answer.json()) as { id: string };
    await page.goto(`/app?task=${id}`);
    const task = details(page);
    await expect(task.field('Due')).toContainText('10 Mar 2027 15:00 Berlin');
    const picker = await task.choose('Due');
    await expect(picker).toContainText('On the clock of Berlin. 10 Mar 2027 09:00 here.');
    await picker.getByRole('button', { name: 'Use the clock of New York' }).click();
    await page.keyboard.press('Escape');
    await expect(task.field('Due')).not.toContainText('Berlin');
  });
});

test('whoever goes on as soon as a popover is closed keeps the focus', async ({ page }) => {
  const task = details(page);
  await (await task.choose('Due')).getByRole('grid').waitFor();
  const kept = await page.evaluate(async () => {
    const field = document.querySelector<HTMLElement>('[placeholder="Add a tag"]');
    const gone = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (document.querySelector('[role=dialog][aria-label="Due date"]')) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
    const escape = { key: 'Escape', bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', escape));
    // Before any timer, and so before the focus is given back.
    await gone;
    field?.focus();
    await new Promise((afterwards) => setTimeout(afterwards));
    return document.activeElement === field;
  });
  expect(kept).toBe(true);
});
