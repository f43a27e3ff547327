import type { MailOutcome } from '@todo-chatbot/shared';
import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createMailing, mailingDefaults } from '../../../modules/reminders/mailing.ts';
import type { MailingOptions } from '../../../modules/reminders/mailing.ts';
import { createTestDatabase } from '../../../testing/database.ts';
import { FakeResend } from '../../../testing/fake-resend.ts';
import { addPerson, addRemindedTasks, reminderRounds } from '../../../testing/reminders.ts';
import { createResendCarrier } from '../../mail/resend-carrier.ts';
import { createPool } from '../database.ts';
import { createOutbox } from './outbox.ts';

const resend = new FakeResend();
let pool: Pool;
let rounds: ReturnType<typeof reminderRounds>;
let ada: string;
let written = 0;
let troubles: string[];

beforeAll(() => resend.listen());
afterAll(() => resend.close());
beforeEach(async () => {
  pool = createPool(await createTestDatabase(inject('postgres')), () => undefined);
  rounds = reminderRounds(pool, { hasMail: true });
  ada = await addPerson(pool);
  resend.attempts.length = 0;
  resend.delivered.length = 0;
  troubles = [];
  return () => pool.end();
});

const never = new AbortController().signal;
const due = async (count = 1) => {
  await addRemindedTasks(pool, ada, count);
  await rounds.past();
};
/** One turn of the job; no mail is alike another one that was written. */
const send = (options: Partial<MailingOptions> = {}, signal = never) =>
  createMailing({
    outbox: createOutbox(pool),
    carrier: createResendCarrier({ apiKey: resend.apiKey, baseUrl: resend.baseUrl }),
    write: async ({ to, task }) => ({
      ...{ from: 'Todo <todo@example.org>', to, subject: task.title },
      ...{ html: `<p>${(written += 1)}</p>`, text: `${written}`, headers: { 'X-Of': 'tests' } },
    }),
    options: { ...mailingDefaults, perSecond: 0, firstPause: 0, ...options },
    onTrouble: (_error, { given }) => troubles.push(given),
  })(signal);
const outcomes = async (): Promise<(MailOutcome | null)[]> => {
  const { rows } = await pool.query<{ mail: MailOutcome | null }>(
    'select mail from reminders order by id',
  );
  return rows.map(({ mail }) => mail);
};
const left = async () => (await pool.query('select from reminder_mails')).rowCount;
const bodies = () => new Set(resend.attempts.map(({ body }) => body)).size;
const keys = () => new Set(resend.attempts.map(({ key }) => key)).size;

describe('a reminder by mail', () => {
  it('goes out once, with its own headers, and leaves the outbox', async () => {
    await due(3);
    await send();
    await send();
    expect(resend.attempts).toHaveLength(3);
    expect(resend.delivered[0]?.headers).toEqual({ 'X-Of': 'tests' });
    expect([await outcomes(), await left()]).toEqual([['sent', 'sent', 'sent'], 0]);
  });

  it.each([
    ['breaks off after it took the mail', 'accepts-and-breaks-off', 10_000],
    ['takes the mail and never answers', 'accepts-and-hangs', 1_000],
    ['fails', { status: 500, name: 'internal_server_error' }, 10_000],
    ['has the first try in hand', { status: 409, name: 'concurrent_idempotent_requests' }, 10_000],
  ] as const)(
    'is sent with the same key and body where the provider %s',
    async (_how, fault, patience) => {
      await due();
      resend.fail(fault);
      await send({ patience });
      expect([resend.attempts.length, keys(), bodies()]).toEqual([2, 1, 1]);
      expect([resend.delivered.length, await outcomes(), troubles]).toEqual([
        ...[1, ['sent'], ['another try']],
      ]);
    },
  );

  it('has the same body in the next process, when the first one died with it', async () => {
    await due();
    resend.fail('accepts-and-hangs');
    const dying = new AbortController();
    const first = send({ patience: 300, lease: 0 }, dying.signal);
    // The lease of 0 lets the second process have it while the first one waits for its answer.
    while (resend.attempts.length === 0) await new Promise(setImmediate);
    dying.abort();
    await send();
    await first;
    expect([resend.delivered.length, keys(), bodies()]).toEqual([1, 1, 1]);
    expect(await outcomes()).toEqual(['sent']);
  });

  it('is not tried again when the provider refuses it for good', async () => {
    await due();
    resend.fail({ status: 422, name: 'validation_error' });
    await send();
    expect([resend.attempts.length, await outcomes(), troubles]).toEqual([1, ['failed'], ['up']]);
  });

  it('is given up after six hours, well before the provider forgets keys', async () => {
    await due();
    const text = 'select give_up_at - next_at as patience from reminder_mails';
    expect((await pool.query(text)).rows).toEqual([{ patience: { hours: 6 } }]);
    await pool.query('update reminder_mails set give_up_at = now()');
    await send();
    expect([resend.attempts.length, await outcomes()]).toEqual([0, ['failed']]);
  });

  it.each([
    ['its task was completed', `update tasks set completed_at = now()`, 'overtaken'],
    ['its task was deleted', `update tasks set deleted_at = now()`, 'overtaken'],
    ['its task is due at another time', `update tasks set due_time = '00:01'`, 'overtaken'],
    [
      'mail was switched off',
      `insert into reminder_settings select id, false from users`,
      'unwanted',
    ],
  ])('does not go out when, since it was told, %s', async (_what, change, outcome) => {
    await due();
    await pool.query(change);
    await send();
    expect([resend.attempts.length, await outcomes(), await left()]).toEqual([0, [outcome], 0]);
  });

  it('goes to nobody whose address is not confirmed', async () => {
    ada = await addPerson(pool, 'Ada', false);
    await due();
    expect([await outcomes(), await left()]).toEqual([['unconfirmed'], 0]);
  });

  it('comes later when the provider says so, and so do all others', async () => {
    await due(30);
    resend.fail({ status: 429, name: 'rate_limit_exceeded', retryAfter: 1 });
    const began = performance.now();
    while ((await left()) !== 0) await send();
    expect(performance.now() - began).toBeGreaterThan(950);
    expect([resend.delivered.length, await left()]).toEqual([30, 0]);
  });

  it('leaves two processes no faster than the limit of both together', async () => {
    await due(12);
    const began = performance.now();
    await Promise.all([send({ perSecond: 10 }), send({ perSecond: 10 })]);
    // The first one leaves at once, and eleven intervals follow.
    expect(performance.now() - began).toBeGreaterThan(1_050);
    expect([resend.attempts.length, resend.delivered.length]).toEqual([12, 12]);
  });

  it('is left to others when the process is told to end', async () => {
    await due(4);
    const ending = new AbortController();
    const sending = send({ perSecond: 2 }, ending.signal);
    while (resend.delivered.length === 0) await new Promise(setImmediate);
    ending.abort();
    await sending;
    const sent = resend.delivered.length;
    expect([await left(), sent < 4]).toEqual([4 - sent, true]);
    await send();
    expect([await left(), resend.attempts.length]).toEqual([0, 4]);
  });

  it('is deleted with the account', async () => {
    await due(2);
    await pool.query('delete from users');
    for (const table of ['reminders', 'reminder_mails', 'reminder_settings']) {
      expect((await pool.query(`select from ${table}`)).rowCount).toBe(0);
    }
    await rounds.plan();
    await send();
    expect(resend.attempts).toEqual([]);
  });
});
