import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What depends on the colours; the rest of a page is the same in the dark. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** Fails when axe finds anything wrong with what the page shows now. In the dark: its colours. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  // Its other mode opens a page of its own for every look, for the sake of foreign frames.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const { violations } = await (isDark ? axe.withRules(colourRules) : axe).analyze();
  const found = violations.map(({ id, impact, nodes }) => ({
    id,
    impact,
    nodes: nodes.map((node) => node.html.slice(0, 200)),
  }));
  expect(found, name).toEqual([]);
}
