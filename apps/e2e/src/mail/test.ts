import { createHmac, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { newPerson, type Person } from '../person.ts';
import { expect, test as base } from '../test.ts';
import { FakeResend, type Mail } from './fake-resend.ts';
import { startPair, type Pair } from './pair.ts';

/** What the browser says aloud when the server refuses, as many of these tests make it do. */
export const refusals = /status of 4\d\d/;

interface Fixtures {
  /** What only somebody at the app's database can do. */
  database: {
    /** Lets the waits be over: between two mails with a link, and after too many tries. */
    letWaitsEnd(): Promise<void>;
    /** Lets every link for a new password be too old. */
    letResetsExpire(): Promise<void>;
    /** Lets a reminder of a task that has a time come now. */
    letReminderCome(taskId: string): Promise<void>;
  };
  /** Makes an account whose address waits to be confirmed. */
  register: (person?: Person) => Promise<Person>;
  /** Makes an account whose address is confirmed. */
  confirm: () => Promise<Person>;
}

interface WorkerFixtures {
  /** Takes the mails that the app sends. */
  resend: FakeResend;
  /** The app with mail, on servers of its own. */
  pair: Pair;
}

const secret = randomBytes(32).toString('hex');

/** The one link of a mail. */
export const linkOf = ({ text }: Mail): string => /^https?:\S+$/m.exec(text)?.[0] ?? '';

/** What is in the link that confirms an address, once it is too old. */
export function expiredToken(email: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'HS256' })}.${part({ email, exp: 1_600_000_000 })}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/** Playwright's test against an app that sends mail. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  resend: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads from it what is depended on.
    async ({}, use) => {
      const resend = new FakeResend();
      await resend.listen();
      await use(resend);
      await resend.close();
    },
    { scope: 'worker' },
  ],

  pair: [
    async ({ resend }, use) => {
      const pair = await startPair({
        RESEND_API_KEY: resend.apiKey,
        RESEND_BASE_URL: resend.baseUrl,
        BETTER_AUTH_SECRET: secret,
      });
      await use(pair);
      await pair.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],

  baseURL: async ({ pair }, use) => use(pair.address),

  database: async ({ pair }, use) => {
    const client = new Client({ connectionString: pair.databaseUrl });
    await client.connect();
    await use({
      letWaitsEnd: async () => {
        await client.query('delete from rate_limits');
        await client.query('update queue.job set singleton_on = null');
      },
      letResetsExpire: async () => {
        await client.query(`update verifications set expires_at = now() - interval '1 s'`);
      },
      letReminderCome: async (taskId) => {
        await client.query(
          `insert into reminders (user_id, task_id, due_at, fires_at, snoozed)
           select user_id, id, (due_date + due_time::time) at time zone time_zone, now(), true
           from tasks where id = $1`,
          [taskId],
        );
      },
    });
    await client.end();
  },

  register: async ({ page, pair }, use) =>
    use(async (person = newPerson()) => {
      const answer = await page.request.post('/api/auth/sign-up/email', {
        data: person,
        headers: { origin: pair.address },
      });
      expect(answer.ok()).toBe(true);
      return person;
    }),

  confirm: async ({ page, resend, register }, use) =>
    use(async () => {
      const person = await register();
      await page.request.get(linkOf(await resend.mailTo(person.email, /^Confirm/)));
      return person;
    }),
});

export { expect };
