import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { openPalette } from './keys.ts';
import { details } from './sheet-page.ts';
import { expect, test } from './test.ts';
import { dayFromNow, seed, todo } from './todo-page.ts';

/** A task with everything that a task can have. */
const fullTask = async (page: Page) => ({
  title: 'Book the train to Lisbon',
  notes: 'Window seat, quiet coach.',
  dueDate: await dayFromNow(page, 1),
  dueTime: '09:30',
  timeZone: 'Europe/Berlin',
  recurrence: { every: 2, unit: 'week', weekdays: ['mo', 'we'] },
  reminders: [0, 1_440],
  priority: 'high',
  stage: 'doing',
  tags: ['travel', 'spring'],
  subtasks: [
    { id: '7d6f0f1a-6a43-4b0e-9f0c-0b5ad2c1a001', title: 'Ask Ines', done: true },
    { id: '7d6f0f1a-6a43-4b0e-9f0c-0b5ad2c1a002', title: 'Compare prices' },
  ],
});

/** Opens everything that floats, one after another, and looks at each. */
async function visitOverlays(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  const task = details(page);
  await todo(page).open('Book the train to Lisbon');
  await expect(task.step('Compare prices')).toBeVisible();
  await look('the sheet');
  const picker = await task.choose('Due');
  await expect(picker.getByRole('grid')).toBeVisible();
  await look('the date picker');
  await page.keyboard.press('Escape');
  await (await task.choose('Repeat')).getByLabel('How many').waitFor();
  await look('the rule');
  await page.keyboard.press('Escape');
  await task.field('Remind').getByRole('button', { name: 'Add a reminder' }).click();
  await task.popover('Add a reminder').waitFor();
  await look('the reminders');
  await page.keyboard.press('Escape');
  await task.newTag.fill('new');
  await expect(task.option('Create #new')).toBeVisible();
  await look('the tags');
  await task.newTag.fill('');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(task.sheet).toBeHidden();
  await openPalette(page);
  await page.keyboard.type('train');
  await expect(page.getByRole('option', { name: 'Book the train to Lisbon' })).toBeVisible();
  await look('the palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await look('the shortcuts');
  await page.keyboard.press('Escape');
  await todo(page).field.fill('Pay rent every 1st at 9am !high #home');
  await expect(page.getByRole('list', { name: 'Understood' })).toBeVisible();
  await look('quick add');
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });
    test.slow();

    test('axe finds nothing in the sheet, the palette and what else floats', async ({
      page,
      person,
      baseURL,
    }) => {
      await seed(page, String(baseURL), [await fullTask(page)]);
      await page.reload();
      await expect(page.getByRole('button', { name: 'Account' })).toContainText(person.name);
      await visitOverlays(page, (name) => expectAccessible(page, name));
    });
  });
}

test.describe('at 360 pixels', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('nothing that floats makes the page scroll sideways', async ({ page, person, baseURL }) => {
    expect(person.name).not.toBe('');
    await seed(page, String(baseURL), [await fullTask(page)]);
    await page.reload();
    await visitOverlays(page, async (name) => {
      const overflow = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        const out = [...document.querySelectorAll('[role=dialog]')].filter((dialog) => {
          const { left, right } = dialog.getBoundingClientRect();
          return left < 0 || right > clientWidth;
        });
        return scrollWidth - clientWidth + out.length;
      });
      expect(overflow, name).toBe(0);
    });
  });
});
