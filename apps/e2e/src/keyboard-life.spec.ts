import type { Page } from '@playwright/test';
import { openPalette, tabTo } from './keys.ts';
import { details } from './sheet-page.ts';
import { expect, test } from './test.ts';
import { saving, todo } from './todo-page.ts';

test.slow();

/** Fills every field of the open sheet. */
async function editEverything(page: Page): Promise<void> {
  const { keyboard } = page;
  const task = details(page);
  await tabTo(task.title);
  await keyboard.press('End');
  await keyboard.type(' to Lisbon');
  await keyboard.press('Tab');
  await keyboard.type('By train');

  await tabTo(task.field('Due').getByRole('button').first());
  await keyboard.press('Enter');
  await tabTo(task.popover('Due date').getByRole('button', { name: 'Next week' }));
  await keyboard.press('Enter');
  await tabTo(task.field('Repeat').getByRole('button'));
  await keyboard.press('Enter');
  await tabTo(task.popover('Repeat').getByRole('button', { name: 'Every year' }));
  await keyboard.press('Enter');
  await tabTo(task.field('Remind').getByRole('button'));
  await keyboard.press('Enter');
  await tabTo(task.popover('Add a reminder').getByRole('button', { name: '1 day before' }));
  await keyboard.press('Enter');

  await tabTo(task.field('Priority').getByRole('radio', { checked: true }));
  await keyboard.press('ArrowLeft');
  await tabTo(task.field('Stage').getByRole('radio', { checked: true }));
  await keyboard.press('ArrowRight');
  await tabTo(task.newTag);
  await keyboard.type('travel ');
  await tabTo(task.newStep);
  for (const title of ['Book', 'Pack']) {
    await keyboard.type(title);
    await keyboard.press('Enter');
  }
  await expect(task.step('Pack')).toBeVisible();
}

async function expectEverything(page: Page): Promise<void> {
  const task = details(page);
  await expect(task.title).toHaveValue('Plan the trip to Lisbon');
  await expect(task.notes).toHaveValue('By train');
  await expect(task.field('Repeat')).toContainText('Every year');
  await expect(task.field('Remind')).toContainText('1 day before');
  await expect(task.field('Priority').getByRole('radio', { name: 'Medium' })).toBeChecked();
  await expect(task.field('Stage').getByRole('radio', { name: 'In progress' })).toBeChecked();
  await expect(task.field('Tags').getByRole('listitem')).toHaveText(['#travel']);
  await expect(task.step('Book')).toBeVisible();
}

test('a task lives and dies and comes back without a pointer', async ({ page, person }) => {
  const list = todo(page);
  const { keyboard } = page;
  const title = 'Plan the trip to Lisbon';
  const row = page.getByRole('button', { name: `Open “${title}”` });
  await expect(page.getByRole('button', { name: 'Account' })).toContainText(person.name);

  await keyboard.press('q');
  await expect(list.field).toBeFocused();
  const created = saving(page, 'POST');
  await keyboard.type('Plan the trip !high');
  await keyboard.press('Enter');
  await created;
  await keyboard.press('Escape');
  await keyboard.press('j');
  await keyboard.press('Enter');
  await editEverything(page);
  await details(page).reload();
  await expectEverything(page);
  await keyboard.press('Escape');
  await expect(list.sheet).toBeHidden();

  await expect(row).toBeVisible();
  await keyboard.press('j');
  await expect(row).toBeFocused();
  const completed = saving(page, 'PATCH');
  await keyboard.press('c');
  await completed;
  const undone = saving(page, 'PATCH');
  await keyboard.press('z');
  await undone;
  // For a moment the next one is still there: what is gone leaves slowly.
  await expect(row).toHaveCount(1);
  await expect(list.check(title)).not.toBeChecked();

  await row.focus();
  const deleted = saving(page, 'PATCH');
  await keyboard.press('Delete');
  await deleted;
  await keyboard.press('g');
  await keyboard.press('x');
  await expect(page.getByRole('heading', { name: 'Trash', level: 1 })).toBeVisible();
  await expect(row).toBeVisible();
  await keyboard.press('j');
  await keyboard.press('Enter');
  await tabTo(list.sheet.getByRole('button', { name: 'Restore' }));
  const restored = saving(page, 'PATCH');
  await keyboard.press('Enter');
  await restored;
  // Escape belongs to the notice that offers Undo, as long as it shows.
  await tabTo(list.sheet.getByRole('button', { name: 'Close' }));
  await keyboard.press('Enter');
  await expect(list.sheet).toBeHidden();

  await keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search tasks' })).toBeFocused();
  await keyboard.type('lisbon');
  await expect(row).toBeVisible();
  await openPalette(page);
  await keyboard.type('lisbon');
  const found = page.getByRole('option', { name: title, exact: true });
  await expect(found).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('Enter');
  await expectEverything(page);
});
