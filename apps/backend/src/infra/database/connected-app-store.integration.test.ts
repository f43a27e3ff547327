import { expect, inject, it } from 'vitest';
import { createConnectedApps } from '../../modules/accounts/connected-apps.ts';
import { createTestApp } from '../../testing/app.ts';
import { Browser } from '../../testing/browser.ts';
import { connectedApp } from '../../testing/connected-program.ts';
import { createTestDatabase, onServer } from '../../testing/database.ts';
import { createConnectedAppStore } from './connected-app-store.ts';
import { createDatabase, createPool } from './database.ts';

it('programs that nobody let in are forgotten after a week, and no others', async () => {
  const url = await createTestDatabase(inject('postgres'));
  const app = createTestApp(url);
  const ada = new Browser(app.server);
  await ada.signUp('Ada');
  const id = await connectedApp(ada);
  const said = { client_name: 'Unclaimed', redirect_uris: ['https://a.example/'] };
  await ada.send('POST /api/auth/oauth2/register', said);
  await app.close();

  const pool = createPool(url, () => undefined);
  const store = createConnectedAppStore(createDatabase(pool));
  const forgetIn = (days: number) =>
    createConnectedApps(store, () => new Date(Date.now() + days * 86_400_000)).forgetUnclaimed();
  expect(await forgetIn(6)).toBe(0);
  expect(await forgetIn(8)).toBe(1);
  await pool.end();
  const left = `select name from oauth_clients`;
  expect(await onServer(url, left)).toEqual([{ name: 'Editor' }]);
  expect(await onServer(url, 'select id from oauth_consents')).toEqual([{ id }]);
});
