import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Fails when axe finds anything wrong with what the page shows now. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  // Next gives a page that it has led to its title a moment after its content.
  await expect(page, name).toHaveTitle(/\S/);
  // Its other mode opens a page of its own for every look, for the sake of foreign frames.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.map(({ id, impact, nodes }) => ({
    id,
    impact,
    nodes: nodes.map((node) => node.html.slice(0, 200)),
  }));
  expect(found, name).toEqual([]);
}
