import { expect, test } from './test.ts';
import { seed, todo } from './todo-page.ts';

// Eleven hours behind, none, five and a half and fourteen ahead. On that day Europe changes its clocks.
const zones = ['Pacific/Pago_Pago', 'UTC', 'Asia/Kolkata', 'Pacific/Kiritimati'];
const views = ['/app', '/app/upcoming', '/app/search?q=clocks', '/app/board'];

test('a day is the same in every view, wherever one is', async ({
  browser,
  page,
  person,
  baseURL,
}) => {
  await expect(page.getByRole('button', { name: 'Account' })).toContainText(person.name);
  await seed(page, String(baseURL), [{ title: 'Change the clocks', dueDate: '2030-03-31' }]);
  const storageState = await page.context().storageState();

  for (const timezoneId of zones) {
    const context = await browser.newContext({ timezoneId, storageState });
    const there = await context.newPage();
    for (const view of views) {
      await there.goto(`${baseURL}${view}`);
      await expect(todo(there).row('Change the clocks'), `${view} in ${timezoneId}`).toContainText(
        '31 Mar 2030',
      );
    }
    await context.close();
  }
});
