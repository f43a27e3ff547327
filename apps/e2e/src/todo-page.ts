import type { Locator, Page } from '@playwright/test';

/** The list, in the words of its visitor. */
export function todo(page: Page) {
  const row = (title: string) =>
    page
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: `Open “${title}”` }) });
  const sheet: Locator = page.getByRole('dialog');

  return {
    row,
    sheet,
    toast: page.getByRole('region', { name: /Notifications/ }),
    field: page.getByRole('textbox', { name: 'Add a task' }),
    check: (title: string) => page.getByRole('checkbox', { name: `Complete “${title}”` }),
    goTo: (list: 'To do' | 'Done') =>
      page.getByRole('navigation', { name: 'Lists' }).getByRole('link', { name: list }).click(),

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
