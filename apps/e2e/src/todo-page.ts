import { expect, type Locator, type Page } from '@playwright/test';

/** The list, in the words of its visitor. */
export function todo(page: Page) {
  // What the server paints first looks the same, and does not answer yet.
  const row = (title: string) =>
    page
      .getByRole('listitem')
      .and(page.locator('[data-task]'))
      .filter({ has: page.getByRole('button', { name: `Open “${title}”` }) });
  const sheet: Locator = page.getByRole('dialog');

  return {
    row,
    sheet,
    toast: page.getByRole('region', { name: /Notifications/ }),
    field: page.getByRole('textbox', { name: 'Add a task' }),
    check: (title: string) => page.getByRole('checkbox', { name: `Complete “${title}”` }),
    goTo: (list: 'To do' | 'Today' | 'Upcoming' | 'Board' | 'Done' | 'Trash' | 'Search') =>
      page.getByRole('navigation', { name: 'Lists' }).getByRole('link', { name: list }).click(),
    bulk: page.getByRole('toolbar', { name: 'Selected tasks' }),
    /** The tasks that are shown, by their titles and in their order. */
    titles: page.locator('[data-task] [data-row] > span:first-child'),
    undo: () => page.getByRole('button', { name: 'Undo' }).last().click(),

    /** Types a task and waits until the server has it. */
    async add(title: string): Promise<void> {
      const saved = saving(page, 'POST');
      await this.field.fill(title);
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await saved;
    },

    async open(title: string): Promise<void> {
      await page.getByRole('button', { name: `Open “${title}”` }).click();
    },

    async remove(title: string): Promise<void> {
      await row(title).hover();
      await row(title)
        .getByRole('button', { name: `Delete “${title}”` })
        .click();
    },
  };
}

/** Resolves when the server has answered a change of a task. */
export const saving = (page: Page, method: 'POST' | 'PATCH' | 'DELETE') =>
  page.waitForResponse(
    (answer) => answer.request().method() === method && answer.url().includes('/api/v1/tasks'),
  );

const countUnsaved = (page: Page) =>
  page.evaluate(async () => {
    const name = 'todo-chatbot-outbox';
    // Opening one that is not there would make it, without its store.
    const known = await indexedDB.databases();
    if (!known.some((database) => database.name === name)) return 0;
    return new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onerror = () => reject(new Error(String(opening.error)));
      opening.onsuccess = () => {
        const counting = opening.result.transaction('entries').objectStore('entries').count();
        counting.onsuccess = () => {
          opening.result.close();
          resolve(counting.result);
        };
      };
    });
  });

/**
 * Loads the page anew once it has noted that everything is saved. Before that, the page would
 * rightly send again what it does not know to have arrived, and hear that it is there already.
 */
export async function reloadSaved(page: Page): Promise<void> {
  await expect.poll(() => countUnsaved(page)).toBe(0);
  await page.reload();
}

/** Writes tasks straight to the server; the first one given stands first. */
export async function seed(page: Page, origin: string, tasks: readonly object[]) {
  const made: { id: string; version: number }[] = [];
  for (const data of tasks.toReversed()) {
    const answer = await page.request.post('/api/v1/tasks', { data, headers: { origin } });
    if (!answer.ok()) throw new Error(`create answered ${answer.status()}: ${await answer.text()}`);
    made.unshift((await answer.json()) as { id: string; version: number });
  }
  return made;
}

/** The day so many days from now, where the browser is. */
export const dayFromNow = (page: Page, days: number) =>
  page.evaluate((count) => {
    const day = new Date();
    day.setDate(day.getDate() + count);
    const two = (part: number) => String(part).padStart(2, '0');
    return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  }, days);
