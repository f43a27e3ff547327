import type { Page } from '@playwright/test';
import { newPerson, signIn } from '../src/person.ts';
import { openSession } from '../src/demo/session.ts';
import type { Session } from '../src/demo/session.ts';

/** A new account, signed in in the page's browser and by itself. */
export async function newAccount(page: Page, origin: string): Promise<Session> {
  const person = newPerson();
  const session = await openSession(origin, person);
  await signIn(page.request, origin, person);
  return session;
}

/** Waits until a page loads nothing more for a second; a stream of events never ends. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const ends = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return performance.now() - Math.max(...ends.map(({ responseEnd }) => responseEnd)) > 1_000;
  });
}
