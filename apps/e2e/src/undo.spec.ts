import { expect, test } from './test.ts';
import { dayFromNow, reloadSaved, seed, todo } from './todo-page.ts';

test.beforeEach(async ({ page, person }) => {
  await expect(page.getByRole('button', { name: 'Account' })).toContainText(person.name);
});

test('a deletion can be undone', async ({ page }) => {
  const list = todo(page);
  await list.add('Keep me');
  await list.remove('Keep me');
  await expect(page.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();
  await list.undo();
  await expect(list.row('Keep me')).toBeVisible();
  await reloadSaved(page);
  await expect(list.row('Keep me')).toBeVisible();
});

test('completing a recurring task makes the next one, and undo takes it back', async ({
  page,
  baseURL,
}) => {
  const list = todo(page);
  const dueDate = await dayFromNow(page, 0);
  const recurrence = { every: 1, unit: 'day' };
  await seed(page, String(baseURL), [{ title: 'Water the plants', dueDate, recurrence }]);
  await page.reload();
  await expect(list.row('Water the plants')).toContainText('Today');
  await list.check('Water the plants').check();
  // For a moment both are there: the one that is done leaves slowly.
  const due = (day: string) => list.row('Water the plants').filter({ hasText: day });
  await expect(due('Tomorrow')).toBeVisible();
  await list.undo();
  await expect(due('Tomorrow')).toHaveCount(0);
  await expect(due('Today')).toHaveCount(1);
  await reloadSaved(page);
  await expect(list.titles).toHaveText(['Water the plants']);
});

test('a change of many tasks can be undone as one', async ({ page, baseURL }) => {
  const list = todo(page);
  await seed(
    page,
    String(baseURL),
    ['One', 'Two', 'Three'].map((title) => ({ title })),
  );
  await page.reload();
  await page.getByRole('button', { name: 'Open “One”' }).click({ modifiers: ['ControlOrMeta'] });
  await page.getByRole('button', { name: 'Open “Three”' }).click({ modifiers: ['Shift'] });
  await expect(list.bulk).toContainText('3 selected');
  await list.bulk.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();
  await list.undo();
  await expect(list.titles).toHaveText(['One', 'Two', 'Three']);
  await reloadSaved(page);
  await expect(list.titles).toHaveText(['One', 'Two', 'Three']);
});

test('a notice above an open task can be used, and the task stays open', async ({ page }) => {
  const list = todo(page);
  await list.add('Delete me');
  await list.add('Open me');
  await list.remove('Delete me');
  await list.open('Open me');
  await expect(list.sheet).toBeVisible();
  await list.undo();
  await expect(list.toast.getByRole('button')).toHaveCount(0);
  await expect(list.sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list.sheet).toBeHidden();
  await expect(list.row('Delete me')).toBeVisible();
});
