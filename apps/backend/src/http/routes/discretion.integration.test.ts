import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestApp } from '../../testing/app.ts';
import type { TestApp } from '../../testing/app.ts';
import { Browser, emailOf, passwordOf } from '../../testing/browser.ts';
import { createTestDatabase } from '../../testing/database.ts';
import { workOf } from '../../testing/work.ts';

let app: TestApp;
let stranger: Browser;

beforeAll(async () => {
  app = createTestApp(await createTestDatabase(inject('postgres')));
  stranger = new Browser(app.server);
  await new Browser(app.server).signUp('Ada');
});
afterAll(() => app.close());

const signUp = (name: string, email = emailOf(name)) =>
  stranger.send('POST /api/auth/sign-up/email', { name, email, password: passwordOf(name) });
const signIn = (name: string) => stranger.signIn(name, 'not the password');

const told = async (answer: ReturnType<typeof signUp>) => {
  const { statusCode, body, cookies, headers } = await answer;
  return { statusCode, body, cookies, headers: Object.keys(headers) };
};
const writes = (statements: string[]) => statements.filter((verb) => /insert|update/.test(verb));

describe('a sign-up', () => {
  it('is answered alike for known and unknown addresses, without a session', async () => {
    const unknown = await told(signUp('Nobody'));
    expect(unknown).toMatchObject({ statusCode: 200, cookies: [] });
    expect(await told(signUp('Eve', emailOf('Ada')))).toEqual(unknown);
    expect(await told(signUp('Eve', emailOf('Ada').toUpperCase()))).toEqual(unknown);
  });

  it('is refused for its name whether or not its address is known', async () => {
    const unknown = await told(signUp('', 'fresh@example.org'));
    expect(unknown.statusCode).toBe(400);
    expect(await told(signUp('', emailOf('Ada')))).toEqual(unknown);
  });

  it('changes nothing of an account that has the address', async () => {
    await signUp('Mallory', emailOf('Ada'));
    expect((await stranger.signIn('Ada', passwordOf('Mallory'))).statusCode).toBe(401);
    expect((await new Browser(app.server).signIn('Ada')).json()).toMatchObject({
      user: { name: 'Ada' },
    });
  });

  it('costs the same work for known and unknown addresses', async () => {
    const unknown = await workOf(() => signUp('Someone'));
    const known = await workOf(() => signUp('Eve', emailOf('Ada')));
    expect([unknown.passwordHashes, known.passwordHashes]).toEqual([1, 1]);
    expect(writes(known.statements)).toHaveLength(writes(unknown.statements).length);
  });
});

describe('a login with a wrong password', () => {
  it('is answered alike for known and unknown addresses, after the same work', async () => {
    const answers: unknown[] = [];
    const attempt = (name: string) => async () => answers.push(await told(signIn(name)));
    const known = await workOf(attempt('Ada'));
    const unknown = await workOf(attempt('Unheard'));
    expect(answers[0]).toMatchObject({ statusCode: 401 });
    expect(answers[1]).toEqual(answers[0]);
    expect([unknown.passwordHashes, known.passwordHashes]).toEqual([1, 1]);
    expect(unknown.statements).toHaveLength(known.statements.length);
  });
});
