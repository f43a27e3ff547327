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

test('a task is picked up, moved and dropped by its handle with the keys alone', async ({
  page,
  person,
  baseURL,
}) => {
  expect(person.name).not.toBe('');
  const list = todo(page);
  const { keyboard } = page;
  await seed(
    page,
    String(baseURL),
    ['One', 'Two', 'Three'].map((title) => ({ title })),
  );
  await page.reload();
  const handle = page.getByRole('button', { name: 'Move “One”' });
  await handle.focus();
  await keyboard.press('Space');
  await expect(page.getByText('Picked up from place 1 of 3.')).toBeAttached();
  await keyboard.press('ArrowDown');
  await expect(page.getByText('Now at place 2 of 3.')).toBeAttached();
  await keyboard.press('Escape');
  await expect(page.getByText('Put back.')).toBeAttached();
  await expect(list.titles).toHaveText(['One', 'Two', 'Three']);

  await keyboard.press('Space');
  await keyboard.press('ArrowDown');
  const moved = page.waitForResponse(/\/move$/);
  await keyboard.press('Space');
  expect((await moved).status()).toBe(200);
  await expect(list.titles).toHaveText(['Two', 'One', 'Three']);
  await expect(handle).toBeFocused();
});
