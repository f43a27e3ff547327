import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { createTestApp } from '../../testing/app.ts';
import type { TestApp } from '../../testing/app.ts';
import { Browser } from '../../testing/browser.ts';
import { letIn, listTools } from '../../testing/connected-program.ts';
import type { ConnectedProgram } from '../../testing/connected-program.ts';
import { createTestDatabase, onServer, testSecrets } from '../../testing/database.ts';
import { freePort } from '../../testing/process.ts';
import { migrateDatabase } from '../database/migrations.ts';
import type { Secrets } from './secrets.ts';

const [old] = testSecrets;
const fresh = 'another secret of the tests, forty characters';

let url: string;
let origin: string;
const apps: TestApp[] = [];

/** A process of the app with these secrets; the ones before it are told to end. */
async function serve(authSecrets: Secrets): Promise<Browser> {
  await end();
  const port = Number(new URL(origin).port);
  const app = createTestApp(url, origin, { authSecrets });
  apps.push(app);
  await app.server.listen({ host: '127.0.0.1', port });
  return new Browser(app.server, origin);
}

async function end() {
  for (const app of apps.splice(0)) await app.close();
}

beforeEach(async () => {
  url = await createTestDatabase(inject('postgres'));
  origin = `http://127.0.0.1:${await freePort()}`;
});
afterEach(end);

const keys = () => onServer(url, 'select id from signing_keys order by created_at');
const migrate = (authSecrets: Secrets) => migrateDatabase({ url, authSecrets });

/** The same person's browser, at another process. */
function carry(from: Browser, to: Browser): Browser {
  for (const [name, value] of from.cookies) to.cookies.set(name, value);
  return to;
}

const states = async (person: Browser) => [
  (await person.send('GET /api/v1/tasks')).statusCode,
  (await person.send('GET /api/auth/get-session')).json() !== null,
];

const connect = (person: Browser) => letIn(person, origin);

const isLetIn = async ({ kept }: ConnectedProgram) =>
  (await listTools(String(kept?.access_token), origin)).ok;

describe('a new secret', () => {
  it('keeps everybody signed in while the old one is named beside it', async () => {
    const ada = await serve([old]);
    await ada.signUp('Ada');
    const later = carry(ada, await serve([fresh, old]));
    expect(await states(later)).toEqual([200, true]);
    // Anybody who logs in from now on needs the new one alone.
    await later.signIn('Ada');
    expect(await states(carry(later, await serve([fresh])))).toEqual([200, true]);
  });

  it('without the old one signs everybody out', async () => {
    const ada = await serve([old]);
    await ada.signUp('Ada');
    expect(await states(carry(ada, await serve([fresh])))).toEqual([401, false]);
  });

  it('leaves programs connected, and lets more of them in by the same key', async () => {
    const ada = await serve([old]);
    await ada.signUp('Ada');
    const before = await keys();
    const editor = await connect(ada);
    await migrate([fresh, old]);
    const later = carry(ada, await serve([fresh, old]));
    expect(await isLetIn(editor)).toBe(true);
    expect(await isLetIn(await connect(later))).toBe(true);
    expect(await keys()).toEqual(before);
  });

  it('that cannot open the key gets another, and tokens of the first stay good', async () => {
    const ada = await serve([old]);
    await ada.signUp('Ada');
    const editor = await connect(ada);
    await migrate([fresh]);
    expect(await keys()).toHaveLength(2);
    const later = await serve([fresh]);
    await later.signIn('Ada');
    expect(await isLetIn(editor)).toBe(true);
    expect(await isLetIn(await connect(later))).toBe(true);
    expect(await keys()).toHaveLength(2);
  });
});

describe('the key that signs', () => {
  it('is made once, however often and at however many places the job runs', async () => {
    url = await createTestDatabase(inject('postgres'), 'empty');
    await Promise.all([migrate([old]), migrate([old])]);
    await migrate([old]);
    expect(await keys()).toHaveLength(1);
    const [kept] = (await onServer(url, 'select private_key from signing_keys')) as {
      private_key: string;
    }[];
    expect(kept?.private_key).not.toContain('"d"');
  });

  it('is not made by a process that serves', async () => {
    await onServer(url, 'delete from signing_keys');
    const ada = await serve([old]);
    await ada.signUp('Ada');
    expect((await ada.send('GET /api/auth/jwks')).statusCode).toBe(500);
    expect(await keys()).toEqual([]);
  });
});
