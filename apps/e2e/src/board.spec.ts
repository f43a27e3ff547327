import { expect, test } from './test.ts';
import { reloadSaved, seed, todo } from './todo-page.ts';

test('cards move between the columns by pointer and by keys, and stay', async ({
  page,
  person,
  baseURL,
}) => {
  await seed(
    page,
    String(baseURL),
    ['One', 'Two'].map((title) => ({ title })),
  );
  await page.goto('/app/board');
  await expect(page.getByRole('button', { name: 'Account' })).toContainText(person.name);
  const column = (name: string) => page.getByRole('list', { name, exact: true });
  const card = (title: string) => page.getByRole('button', { name: `Open “${title}”` });
  await expect(column('To do').getByRole('listitem')).toHaveText(['One', 'Two']);

  const target = await page.getByRole('heading', { name: /^Doing/ }).boundingBox();
  const from = await card('One').boundingBox();
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
  await page.mouse.move(from!.x + 30, from!.y + 15);
  await page.mouse.down();
  await page.mouse.move(from!.x + 60, from!.y + 20, { steps: 4 });
  await page.mouse.move(target!.x + 60, target!.y + 80, { steps: 10 });
  await page.mouse.up();
  expect((await saved).status()).toBe(200);
  await expect(column('Doing').getByRole('listitem')).toHaveText(['One']);

  await card('Two').focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('Above To do, place 1.')).toBeAttached();
  // dnd-kit hears arrows from its next timer on, which no person is quick enough to come before.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  const completed = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
  await page.keyboard.press('ArrowRight');
  await expect(column('Doing')).toContainText('Two');
  await page.keyboard.press('ArrowRight');
  await expect(column('Done')).toContainText('Two');
  await page.keyboard.press('Space');
  await completed;
  await reloadSaved(page);
  await expect(column('Doing').getByRole('listitem')).toHaveText(['One']);
  await expect(column('Done').getByRole('listitem')).toHaveText(['Two']);

  await card('One').click();
  await expect(todo(page).sheet).toBeVisible();
});
