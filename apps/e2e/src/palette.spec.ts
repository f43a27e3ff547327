import { openPalette } from './keys.ts';
import { expect, test } from './test.ts';
import { saving, todo } from './todo-page.ts';

test.beforeEach(async ({ page, person }) => {
  await expect(page.getByRole('button', { name: 'Account' })).toContainText(person.name);
});

test('the palette goes to every view', async ({ page }) => {
  for (const [typed, path] of [
    ['upcoming', '/app/upcoming'],
    ['go today', '/app/today'],
    ['trash', '/app/trash'],
  ] as const) {
    await (await openPalette(page)).fill(typed);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`${path}$`));
  }
});

test('the palette finds tasks by any of their words, and opens them', async ({ page }) => {
  const list = todo(page);
  await list.add('Book the train to Lisbon');
  await openPalette(page);
  await page.keyboard.type('lisbon book');
  await page.getByRole('option', { name: 'Book the train to Lisbon' }).click();
  await expect(page.getByRole('dialog', { name: 'Task “Book the train to Lisbon”' })).toBeVisible();
});

test('the palette acts on the task that had the focus', async ({ page }) => {
  const list = todo(page);
  await list.add('Call Maya');
  await page.getByRole('button', { name: 'Open “Call Maya”' }).focus();
  await openPalette(page);
  await page.keyboard.type('due tomorrow');
  await expect(page.getByRole('group', { name: '“Call Maya”' })).toBeVisible();
  const moved = saving(page, 'PATCH');
  await page.keyboard.press('Enter');
  await moved;
  await expect(list.row('Call Maya')).toContainText('Tomorrow');
  await expect(page.getByRole('button', { name: 'Open “Call Maya”' })).toBeFocused();

  await openPalette(page);
  await page.keyboard.type('high');
  const flagged = saving(page, 'PATCH');
  await page.keyboard.press('Enter');
  await flagged;
  await expect(list.row('Call Maya')).toContainText('High priority');
});

test('what is not found can be added, and the theme switched', async ({ page }) => {
  await openPalette(page);
  await page.keyboard.type('Learn the ukulele');
  const saved = saving(page, 'POST');
  await page.getByRole('option', { name: 'Add the task “Learn the ukulele”' }).click();
  await saved;
  await expect(todo(page).sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(todo(page).sheet).toBeHidden();
  await openPalette(page);
  await page.keyboard.type('dark theme');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the question mark shows every shortcut, and Escape hides them', async ({ page }) => {
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByText('Find or do anything')).toBeVisible();
  for (const place of ['Everywhere', 'In a list', 'In a task']) {
    await expect(sheet.getByRole('heading', { name: place })).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.keyboard.press('g');
  await page.keyboard.press('u');
  await expect(page).toHaveURL(/\/app\/upcoming$/);
});
