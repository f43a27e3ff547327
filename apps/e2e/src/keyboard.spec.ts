import { expect, test } from './test.ts';
import { saving, todo } from './todo-page.ts';

test('everything can be done without a pointer', async ({ page, person }) => {
  const list = todo(page);
  const { keyboard } = page;
  await expect(page.getByRole('button', { name: 'Account' })).toContainText(person.name);
  await expect(page.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();

  await keyboard.press('n');
  await expect(list.field).toBeFocused();
  for (const title of ['First', 'Second']) {
    const saved = saving(page, 'POST');
    await keyboard.type(title);
    await keyboard.press('Enter');
    await saved;
  }

  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await expect(list.check('Second')).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: 'Open “First”' })).toBeFocused();

  await keyboard.press('Enter');
  await expect(list.sheet).toBeVisible();
  const notes = list.sheet.getByRole('textbox', { name: 'Notes' });
  while (!(await notes.evaluate((field) => field === document.activeElement))) {
    await keyboard.press('Tab');
  }
  await keyboard.type('Typed, not clicked');
  const saved = saving(page, 'PATCH');
  await keyboard.press('Control+Enter');
  await saved;
  await expect(list.sheet).toBeHidden();
  await expect(page.getByRole('button', { name: 'Open “First”' })).toBeFocused();

  await keyboard.press('Shift+Tab');
  const completed = saving(page, 'PATCH');
  await keyboard.press('Space');
  await completed;
  await expect(list.row('First')).toBeHidden();

  const remove = page.getByRole('button', { name: 'Delete “Second”' });
  await page.getByRole('button', { name: 'Open “Second”' }).focus();
  await keyboard.press('Tab');
  await expect(remove).toBeFocused();
  await expect(remove).toHaveCSS('opacity', '1');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();
});
