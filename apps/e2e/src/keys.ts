import type { Locator, Page } from '@playwright/test';

const hasFocus = (target: Locator) => target.evaluate((node) => node === document.activeElement);

/** Goes to something with the tab key alone, as somebody without a pointer does. */
export async function tabTo(target: Locator): Promise<void> {
  await target.waitFor();
  const { keyboard } = target.page();
  for (let steps = 0; steps < 80; steps += 1) {
    if (await hasFocus(target)) return;
    await keyboard.press('Tab');
  }
  throw new Error(`the tab key does not reach ${String(target)}`);
}

/** Opens the palette by its key; its field has the focus then. */
export async function openPalette(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Find or do anything' });
  await field.waitFor();
  return field;
}
