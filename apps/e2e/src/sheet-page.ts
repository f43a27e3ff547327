import type { Page } from '@playwright/test';
import { todo } from './todo-page.ts';

/** The details of a task, in the words of their visitor. */
export function details(page: Page) {
  const { sheet } = todo(page);
  const field = (name: string) => sheet.getByRole('group', { name, exact: true });
  const popover = (name: string) => page.getByRole('dialog', { name, exact: true });
  return {
    sheet,
    field,
    popover,
    title: sheet.getByRole('textbox', { name: 'Title' }),
    notes: sheet.getByRole('textbox', { name: 'Notes' }),
    newStep: sheet.getByRole('textbox', { name: 'Add a step' }),
    step: (title: string) => sheet.getByRole('textbox', { name: `Step “${title}”` }),
    stepCheck: (title: string) => sheet.getByRole('checkbox', { name: `Done: ${title}` }),
    newTag: sheet.getByRole('combobox', { name: 'Add a tag' }),
    option: (name: string) => sheet.getByRole('option', { name }),

    /** Opens what floats above the sheet for a field. */
    async choose(name: 'Due' | 'Repeat' | 'Remind') {
      await field(name).getByRole('button').first().click();
      const names = { Due: 'Due date', Repeat: 'Repeat', Remind: 'Add a reminder' };
      return popover(names[name]);
    },

    /** Waits until everything that was done here is saved, and loads the page anew. */
    async reload(): Promise<void> {
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await sheet
        .getByRole('status')
        .filter({ hasText: /^Saved$/ })
        .waitFor();
      await page.reload();
      await sheet.waitFor();
    },
  };
}
