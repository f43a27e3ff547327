import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestApp, origin } from '../../testing/app.ts';
import type { TestApp } from '../../testing/app.ts';
import { Browser, emailOf, passwordOf } from '../../testing/browser.ts';
import { createTestDatabase, onServer } from '../../testing/database.ts';
import { FakeResend } from '../../testing/fake-resend.ts';
import type { DeliveredMail } from '../../testing/fake-resend.ts';
import { until } from '../../testing/process.ts';
import { placesOf } from '../../testing/traces.ts';

const resend = new FakeResend();
let app: TestApp;
let url: string;

beforeAll(async () => {
  await resend.listen();
  url = await createTestDatabase(inject('postgres'));
  const { apiKey, baseUrl } = resend;
  app = createTestApp(url, origin, {
    mail: { apiKey, baseUrl, from: 'Todo <todo@example.org>' },
  });
});
afterAll(async () => {
  await app.close();
  await resend.close();
});

const browser = () => new Browser(app.server);
const signUp = (name: string, as = name) =>
  browser().send('POST /api/auth/sign-up/email', {
    name: as,
    email: emailOf(name),
    password: passwordOf(as),
  });
// The limit of asking is per address, and not what these tests are about.
let asking = 0;
const askForReset = (email: string) =>
  browser().send(
    'POST /api/auth/request-password-reset',
    { email },
    { remoteAddress: `203.0.113.${(asking += 1)}` },
  );
const linkOf = ({ text }: DeliveredMail) => new URL(/^https?:\S+$/m.exec(text)?.[0] ?? '');
const open = ({ pathname, search }: URL) => browser().send(`GET ${pathname}${search}`);
const confirmAddress = async (name: string) =>
  open(linkOf(await resend.mailTo(emailOf(name), /^Confirm/)));

async function confirmed(name: string) {
  await signUp(name);
  await confirmAddress(name);
  const person = browser();
  expect((await person.signIn(name)).statusCode).toBe(200);
  return person;
}

describe('with mail', () => {
  it('the features say so', async () => {
    expect((await browser().send('GET /api/v1/features')).json()).toEqual({ mail: true });
  });

  it('a login waits until the address is confirmed', async () => {
    await signUp('Ada');
    expect((await browser().signIn('Ada')).statusCode).toBe(401);
    const opened = await confirmAddress('Ada');
    expect([opened.statusCode, opened.headers.location]).toEqual([302, '/verify-email']);
    expect(opened.cookies).toEqual([]);
    expect((await browser().signIn('Ada')).statusCode).toBe(200);
  });

  it('a login right after sign-up tells not whether the address was new', async () => {
    await confirmed('Grace');
    await signUp('Grace', 'Mallory');
    await signUp('Newcomer');
    const known = await browser().signIn('Grace', passwordOf('Mallory'));
    const fresh = await browser().signIn('Newcomer');
    const wrong = await browser().signIn('Newcomer', 'not the password');
    expect([known.statusCode, known.json().code]).toEqual([401, 'NOT_LET_IN']);
    expect([fresh.statusCode, fresh.body]).toEqual([known.statusCode, known.body]);
    expect([wrong.statusCode, wrong.body]).toEqual([known.statusCode, known.body]);
  });

  it('the owner of an address is told that somebody signed up with it', async () => {
    await confirmed('Barbara');
    const again = await signUp('Barbara', 'Mallory');
    expect([again.statusCode, again.json()]).toEqual([200, { status: true }]);
    const mail = await resend.mailTo(emailOf('Barbara'), /already/);
    expect(linkOf(mail).pathname).toBe('/forgot-password');
  });

  it('a hostile name reaches no mail', async () => {
    const hostile = '</a><img src=//x>[l](http://evil)';
    const mallory = { name: hostile, email: emailOf('hostile'), password: 'long enough' };
    await browser().send('POST /api/auth/sign-up/email', mallory);
    await confirmAddress('hostile');
    await askForReset(mallory.email);
    await resend.mailTo(mallory.email, /new password/);
    const wire = resend.attempts.filter(({ body }) => body.includes(mallory.email));
    expect(wire).toHaveLength(2);
    for (const { body } of wire) expect(body).not.toMatch(/evil|<img|\[l\]/);
  });
});

describe('a new password by mail', () => {
  it('is asked for alike for known and unknown addresses, before anybody looks for them', async () => {
    await confirmed('Alan');
    const blocker = new Client({ connectionString: url });
    await blocker.connect();
    await blocker.query('begin; lock table users, verifications in access exclusive mode');
    const answers: unknown[] = [];
    for (const name of ['Alan', 'Unheard']) {
      const { statusCode, body, headers } = await askForReset(emailOf(name));
      answers.push({ statusCode, body, headers: Object.keys(headers) });
    }
    await blocker.query('rollback');
    await blocker.end();
    expect(answers[0]).toMatchObject({ statusCode: 200, body: '{"status":true}' });
    expect(answers[1]).toEqual(answers[0]);
    await resend.mailTo(emailOf('Alan'), /Choose a new/);
  });

  it('is set once by the link, ends all sessions and is told to the owner', async () => {
    const kurt = await confirmed('Kurt');
    await askForReset(emailOf('Kurt'));
    const link = linkOf(await resend.mailTo(emailOf('Kurt'), /Choose a new/));
    expect(link.pathname).toBe('/reset-password');
    const set = { newPassword: 'a new password', token: link.searchParams.get('token') };
    const reset = () => browser().send('POST /api/auth/reset-password', set);

    expect((await reset()).statusCode).toBe(200);
    expect((await reset()).statusCode).toBe(400);
    expect((await kurt.send('GET /api/v1/tasks')).statusCode).toBe(401);
    expect((await browser().signIn('Kurt')).statusCode).toBe(401);
    expect((await browser().signIn('Kurt', 'a new password')).statusCode).toBe(200);
    await resend.mailTo(emailOf('Kurt'), /was changed/);
  });

  it('takes an account back from somebody who signed up with a stranger’s address', async () => {
    await signUp('Victim', 'Mallory');
    await askForReset(emailOf('Victim'));
    const { searchParams } = linkOf(await resend.mailTo(emailOf('Victim'), /Choose a new/));
    const set = { newPassword: passwordOf('Victim'), token: searchParams.get('token') };
    await browser().send('POST /api/auth/reset-password', set);
    expect((await browser().signIn('Victim', passwordOf('Mallory'))).statusCode).toBe(401);
    expect((await browser().signIn('Victim')).statusCode).toBe(200);
  });

  it('is mailed once, however often somebody asks, also when a slot of the queue ends', async () => {
    await confirmed('Edsger');
    await confirmed('Niklaus');
    const ofHis = `data->'mail'->>'to' = '${emailOf('Edsger')}'
       and data->'mail'->>'subject' like 'Choose%'`;
    for (let n = 0; n < 5; n += 1) await askForReset(emailOf('Edsger'));
    await resend.mailTo(emailOf('Edsger'), /Choose a new/);
    await onServer(
      url,
      `update queue.job set singleton_on = singleton_on - interval '1 h' where ${ofHis}`,
    );
    for (let n = 0; n < 5; n += 1) await askForReset(emailOf('Edsger'));
    await askForReset(emailOf('Niklaus'));
    await resend.mailTo(emailOf('Niklaus'), /Choose a new/);
    expect(await onServer(url, `select 1 from queue.job where ${ofHis}`)).toHaveLength(1);
  });

  it('keeps no usable link in the database', async () => {
    await confirmed('Tony');
    await askForReset(emailOf('Tony'));
    const { searchParams } = linkOf(await resend.mailTo(emailOf('Tony'), /Choose a new/));
    const token = searchParams.get('token')?.toLowerCase() ?? '';
    expect(await placesOf(url, [token])).not.toContain('public.verifications');
  });
});

describe('a change of the password', () => {
  it('is told to the owner, and leaves other sessions only when told to', async () => {
    const here = await confirmed('Ken');
    const there = browser();
    await there.signIn('Ken');
    const change = await here.send('POST /api/auth/change-password', {
      currentPassword: passwordOf('Ken'),
      newPassword: 'a new password',
      revokeOtherSessions: true,
    });
    expect(change.statusCode).toBe(200);
    expect((await there.send('GET /api/v1/tasks')).statusCode).toBe(401);
    expect((await here.send('GET /api/v1/tasks')).statusCode).toBe(200);
    await resend.mailTo(emailOf('Ken'), /was changed/);
  });
});

describe('a mail whose sending goes wrong', () => {
  const retryNow = () =>
    onServer(url, `update queue.job set start_after = now() where state = 'retry'`);
  const attemptsFor = (name: string) =>
    resend.attempts.filter(({ body }) => body.includes(emailOf(name)));

  it.each([
    ['answers 500', { status: 500, name: 'application_error' }],
    ['answers 429', { status: 429, name: 'rate_limit_exceeded' }],
    ['takes it and breaks off', 'accepts-and-breaks-off'],
  ] as const)('because the provider %s is sent again, as the same one', async (what, fault) => {
    const name = `retry-${what.replaceAll(' ', '-')}`;
    resend.fail(fault);
    await signUp(name);
    await until('it is tried again', async () => {
      await retryNow();
      return attemptsFor(name).length > 1;
    });
    const [first, second] = attemptsFor(name);
    expect(first?.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).toEqual(first);
    await confirmAddress(name);
    expect(resend.delivered.filter(({ to }) => to.includes(emailOf(name)))).toHaveLength(1);
  });

  it('because the provider never takes it is given up, and the log names no person', async () => {
    resend.fail({ status: 422, name: 'validation_error' });
    await signUp('hopeless');
    await until('it is told', async () =>
      app.log.some((line) => line.includes('refused for good')),
    );
    const state = `select 1 from queue.job where state = 'completed'
                   and data->'mail'->>'to' = '${emailOf('hopeless')}'`;
    await until('it is gone', async () => (await onServer(url, state)).length === 1);
    expect(attemptsFor('hopeless')).toHaveLength(1);
    expect(app.log.join('')).not.toContain(emailOf('hopeless'));
  });

  it('is deleted with the account of its owner', async () => {
    const leaving = await confirmed('Leaving');
    const { id } = (await leaving.send('GET /api/v1/account')).json();
    resend.fail({ status: 500, name: 'application_error' });
    await askForReset(emailOf('Leaving'));
    const waiting = `select 1 from queue.job where state = 'retry' and data->>'userId' = '${id}'`;
    await until('it waits', async () => (await onServer(url, waiting)).length === 1);

    const password = passwordOf('Leaving');
    const gone = await leaving.send('POST /api/v1/account/deletion', { password });
    expect(gone.statusCode).toBe(204);
    expect(await placesOf(url, [id, emailOf('Leaving')])).toEqual([]);
  });
});
