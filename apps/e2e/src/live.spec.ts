import { expect, test } from './test.ts';
import { todo } from './todo-page.ts';

test('what changes in another browser or tab shows without a reload', async ({
  page,
  person,
  context,
  browser,
  baseURL,
}) => {
  const here = todo(page);
  await expect(page.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();
  const elsewhere = await browser.newContext({
    baseURL,
    storageState: await context.storageState(),
  });
  const tab = await context.newPage();
  const places = { 'in a tab': tab, afar: await elsewhere.newPage() };
  for (const [place, there] of Object.entries(places)) {
    await there.goto('/app');
    const title = `Seen by ${person.name} ${place}`;
    await todo(there).add(title);
    await expect(here.row(title)).toBeVisible();
    await todo(there).check(title).check();
    await expect(here.row(title)).toBeHidden();
  }
  await elsewhere.close();
});

test('what changes before a further tab listens is not missed', async ({
  page,
  person,
  context,
}) => {
  const here = todo(page);
  await expect(page.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();
  const tab = await context.newPage();
  const title = `Early, ${person.name}`;
  // What the browser keeps would tell at once who is logged in.
  await tab.addInitScript(() => {
    IDBObjectStore.prototype.get = () => {
      throw new DOMException('Nothing is kept here.');
    };
  });
  const added = Promise.withResolvers<undefined>();
  await tab.route('**/api/auth/get-session*', async (route) => {
    await added.promise;
    await route.continue();
  });
  const read = tab.waitForResponse(/\/api\/v1\/tasks\?/);
  await tab.goto('/app');
  await read;
  await here.add(title);
  await expect(here.row(title)).toBeVisible();
  added.resolve(undefined);
  await expect(todo(tab).row(title)).toBeVisible();
});
