import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestApp } from '../../testing/app.ts';
import type { TestApp } from '../../testing/app.ts';
import { Browser } from '../../testing/browser.ts';
import { createTestDatabase, onServer } from '../../testing/database.ts';

describe.each(['http://localhost:3000', 'https://todo.example'])('a session of %s', (pages) => {
  let url: string;
  let app: TestApp;
  let ada: Browser;
  let cookie: [name: string, value: string];

  beforeAll(async () => {
    url = await createTestDatabase(inject('postgres'));
    app = createTestApp(url, pages);
    ada = new Browser(app.server, pages);
    await ada.signUp('Ada');
    cookie = [...ada.cookies].find(([name]) => name.includes('session_token'))!;
  });
  afterAll(() => app.close());

  const asked = async (value: string | undefined) => {
    const stranger = new Browser(app.server, pages);
    if (value !== undefined) stranger.cookies.set(cookie[0], value);
    return (await stranger.send('GET /api/v1/tasks')).statusCode;
  };
  const [dot, equals] = ['.', '%3D'];

  it('is known by its signed cookie, among others', async () => {
    ada.cookies.set('theme', 'dark%');
    expect((await ada.send('GET /api/v1/tasks')).statusCode).toBe(200);
    expect(await asked(cookie[1])).toBe(200);
  });

  it('is unknown by any other', async () => {
    const value = cookie[1];
    const [token = '', signature = ''] = value.split(dot);
    const otherSignature = signature.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'));
    for (const forged of [
      undefined,
      '',
      dot,
      token,
      `${token}.`,
      `${token}.${otherSignature}`,
      `${token}x.${signature}`,
      `.${signature}`,
      `${value}${equals}x`,
      '%',
    ]) {
      expect(await asked(forged), forged).toBe(401);
    }
  });

  it('ends when it expires', async () => {
    await onServer(url, `update sessions set expires_at = now() - interval '1 s'`);
    expect(await asked(cookie[1])).toBe(401);
  });
});
