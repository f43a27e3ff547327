import { expect, test as base, type APIRequestContext, type Page } from '@playwright/test';
import { newPerson, signUp, type Person } from './person.ts';

interface Fixtures {
  /** What the browser may complain about in this test, because the test provokes it. */
  tolerated: RegExp;
  /** Somebody with an account and no tasks, who is logged in and looks at the list. */
  person: Person;
}

interface WorkerFixtures {
  /** One account for all tests of a worker: sign-ups are limited per address. */
  account: Person;
}

type Cookies = Awaited<ReturnType<APIRequestContext['storageState']>>['cookies'];
const sessions = new WeakMap<Person, Cookies>();

/** Everything the browser complains about: script errors, failed loads, policy violations. */
function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(String(error)));
  page.on('console', (message) => {
    // Most tests keep the service worker out, which is said aloud each time.
    if (message.text().includes('registration blocked by Playwright')) return;
    if (['error', 'warning'].includes(message.type())) {
      heard.push(`${message.text()} (${message.location().url})`);
    }
  });
  return heard;
}

async function forgetTasks(request: APIRequestContext, origin: string): Promise<void> {
  const answer = await request.get('/api/v1/tasks?limit=200');
  const { items } = (await answer.json()) as { items: { id: string }[] };
  for (const { id } of items) {
    await request.delete(`/api/v1/tasks/${id}`, { headers: { origin } });
  }
  await request.delete('/api/v1/trash', { headers: { origin } });
}

/** Playwright's test, which also fails when the browser complained. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  tolerated: [/(?!)/, { option: true }],

  page: async ({ page, tolerated }, use) => {
    const heard = complaints(page);
    await use(page);
    const unexpected = heard.filter((text) => !tolerated.test(text));
    expect(unexpected.join('\n'), 'the browser complained').toBe('');
  },

  account: [
    async ({ playwright }, use, { project }) => {
      const baseURL = String(project.use.baseURL);
      const request = await playwright.request.newContext({ baseURL });
      const person = newPerson();
      await signUp(request, baseURL, person);
      sessions.set(person, (await request.storageState()).cookies);
      await request.dispose();
      await use(person);
    },
    { scope: 'worker', timeout: 90_000 },
  ],

  person: async ({ page, account, baseURL }, use) => {
    await page.context().addCookies(sessions.get(account) ?? []);
    await forgetTasks(page.request, String(baseURL));
    await page.goto('/app');
    await use(account);
  },
});

export { expect };
