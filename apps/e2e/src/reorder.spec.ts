import { expect, test } from './test.ts';
import { reloadSaved, seed, todo } from './todo-page.ts';

test('the order of a list is changed by dragging and by keys, and stays', async ({
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
  await expect(page.getByRole('button', { name: 'Move “One”' })).toBeAttached();

  const [from, to] = await Promise.all([
    list.row('One').boundingBox(),
    list.row('Three').boundingBox(),
  ]);
  await page.mouse.move(from!.x + 200, from!.y + from!.height / 2);
  await page.mouse.down();
  await page.mouse.move(from!.x + 200, from!.y + from!.height, { steps: 4 });
  const moved = page.waitForResponse(/\/move$/);
  await page.mouse.move(to!.x + 200, to!.y + to!.height / 2 + 4, { steps: 8 });
  await page.mouse.up();
  expect((await moved).status()).toBe(200);
  await expect(list.titles).toHaveText(['Two', 'Three', 'One']);

  await page.getByRole('button', { name: 'Open “One”' }).focus();
  const up = page.waitForResponse(/\/move$/);
  await page.keyboard.press('Alt+ArrowUp');
  expect((await up).status()).toBe(200);
  await expect(list.titles).toHaveText(['Two', 'One', 'Three']);

  await reloadSaved(page);
  await expect(list.titles).toHaveText(['Two', 'One', 'Three']);
});
