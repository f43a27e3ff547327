import { expect, test } from './test.ts';
import { reloadSaved, seed, todo } from './todo-page.ts';

test('deleted tasks wait in the trash: restored, or gone for good after asking', async ({
  page,
  person,
  baseURL,
}) => {
  const list = todo(page);
  await seed(
    page,
    String(baseURL),
    ['One', 'Two', 'Three'].map((title) => ({ title })),
  );
  await page.reload();
  await expect(page.getByRole('button', { name: 'Account' })).toContainText(person.name);
  for (const title of ['One', 'Two', 'Three']) await list.remove(title);
  await list.goTo('Trash');
  await expect(list.titles).toHaveCount(3);

  await page.getByRole('button', { name: 'Restore “One”' }).click();
  await page.getByRole('button', { name: 'Delete “Two” for good' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect(list.titles).toHaveText(['Three']);

  await page.getByRole('button', { name: 'Empty the trash' }).click();
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(list.titles).toHaveText(['Three']);
  await page.getByRole('button', { name: 'Empty the trash' }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  await reloadSaved(page);
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  await list.goTo('To do');
  await expect(list.titles).toHaveText(['One']);
});
