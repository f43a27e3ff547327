import { expect, test } from './test.ts';
import { reloadSaved, seed, todo } from './todo-page.ts';

test.beforeEach(async ({ page, person, baseURL }) => {
  await seed(
    page,
    String(baseURL),
    ['One', 'Two', 'Three'].map((title) => ({ title })),
  );
  await page.reload();
  await expect(page.getByRole('button', { name: 'Account' })).toContainText(person.name);
  await expect(todo(page).row('One')).toBeVisible();
});

test('several tasks get a day, a priority and a tag at once', async ({ page }) => {
  const list = todo(page);
  const choose = async () => {
    await page.getByRole('button', { name: 'Select', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Select “One”' }).check();
    await page.getByRole('checkbox', { name: 'Select “Three”' }).check();
    await expect(list.bulk).toContainText('2 selected');
  };
  await choose();
  await list.bulk.getByRole('button', { name: 'Due date' }).click();
  await page.getByRole('button', { name: 'Tomorrow' }).click();
  await choose();
  await list.bulk.getByRole('button', { name: 'Priority' }).click();
  await page.getByRole('menuitem', { name: 'High' }).click();
  await choose();
  await list.bulk.getByRole('button', { name: 'Tag' }).click();
  await page.getByRole('textbox', { name: 'Tag' }).fill('#Home');
  await page.keyboard.press('Enter');
  for (const title of ['One', 'Three']) {
    await expect(list.row(title)).toContainText(/#home.*High priority.*Tomorrow/);
  }
  await expect(list.row('Two')).not.toContainText('#home');
  await reloadSaved(page);
  await expect(list.row('Three')).toContainText(/#home.*High priority.*Tomorrow/);
});

test('tasks are chosen and changed by the keys alone', async ({ page }) => {
  const list = todo(page);
  const { keyboard } = page;
  await keyboard.press('j');
  await expect(page.getByRole('button', { name: 'Open “One”' })).toBeFocused();
  await keyboard.press('x');
  await keyboard.press('j');
  await keyboard.press('x');
  await expect(list.bulk).toContainText('2 selected');
  await keyboard.press('c');
  await expect(list.titles).toHaveText(['Three']);
  await keyboard.press('Escape');
  await expect(list.bulk).toBeHidden();
  await keyboard.press('j');
  await keyboard.press('e');
  await keyboard.type('Four');
  await keyboard.press('Enter');
  await expect(list.titles).toHaveText(['Four']);
});
