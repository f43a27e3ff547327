import { generateKeyPairSync, createHash, randomBytes } from 'node:crypto';
import { Client } from '@modelcontextprotocol/client';
import { connectedAppList } from '@todo-chatbot/shared';
import { SignJWT, UnsecuredJWT, decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createTestApp } from '../../testing/app.ts';
import type { TestApp } from '../../testing/app.ts';
import { Browser, passwordOf } from '../../testing/browser.ts';
import { decide, letIn, listTools, transportFor } from '../../testing/connected-program.ts';
import { createTestDatabase, onServer } from '../../testing/database.ts';
import { freePort } from '../../testing/process.ts';

let url: string;
let origin: string;
let app: TestApp;
let ada: Browser;
let people = 0;

beforeAll(async () => {
  url = await createTestDatabase(inject('postgres'));
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  app = createTestApp(url, origin);
  await app.server.listen({ host: '127.0.0.1', port });
});
afterAll(() => app.close());

// What is asked for here is limited by address, and all of these come from one.
beforeEach(() => onServer(url, 'delete from rate_limits'));
beforeEach(async () => {
  ada = new Browser(app.server, origin);
  await ada.signUp(`Ada${++people}`);
});

const client = () => new Client({ name: 'test', version: '1' });

const connect = (person: Browser) => letIn(person, origin);

const call = (token: string, path = '/mcp') =>
  path === '/mcp'
    ? listTools(token, origin)
    : fetch(`${origin}${path}`, { headers: { authorization: `Bearer ${token}` } });

const form = (path: string, fields: Record<string, string>) =>
  fetch(`${origin}/api/auth/oauth2/${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });

const register = (said: object) =>
  fetch(`${origin}/api/auth/oauth2/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(said),
  });

describe('a program that is let in', () => {
  it('finds the way by itself, and works with the tasks of its person', async () => {
    const program = await connect(ada);
    const mcp = client();
    await mcp.connect(transportFor(program, origin));
    const added = await mcp.callTool({ name: 'add_task', arguments: { title: 'Told by Editor' } });
    expect(added.isError).toBeFalsy();
    const { body } = await ada.send('GET /api/v1/tasks');
    expect(body).toContain('Told by Editor');
    await mcp.close();
  });

  it('gets a token for fifteen minutes, which holds nothing but what is needed', async () => {
    const { kept } = await connect(ada);
    const token = kept!.access_token;
    expect(decodeProtectedHeader(token)).toEqual({
      alg: 'EdDSA',
      typ: 'at+jwt',
      kid: expect.any(String),
    });
    const claims = decodeJwt(token);
    const names = ['aud', 'azp', 'client_id', 'exp', 'iat', 'iss', 'jti', 'scope', 'sid', 'sub'];
    expect(Object.keys(claims).toSorted()).toEqual(names);
    expect(claims).toMatchObject({ iss: origin, aud: `${origin}/mcp` });
    expect(claims.exp! - claims.iat!).toBe(15 * 60);
  });

  it('goes on with a new token when the first is over', async () => {
    const program = await connect(ada);
    const { refresh_token } = program.kept!;
    program.kept = { ...program.kept!, access_token: 'over.and.gone' };
    const mcp = client();
    await mcp.connect(transportFor(program, origin));
    expect(decodeJwt(program.kept.access_token)).toMatchObject({ aud: `${origin}/mcp` });
    expect(program.kept.refresh_token).not.toBe(refresh_token);
    await mcp.close();
  });

  it('is named on the account page, and shut out there from its next request on', async () => {
    const program = await connect(ada);
    const { access_token, refresh_token } = program.kept!;
    const listed = await ada.send('GET /api/v1/account/connected-apps');
    const [editor] = connectedAppList.parse(listed.json()).items;
    expect(editor).toMatchObject({
      name: 'Editor',
      places: ['a program on this device'],
      scopes: ['tasks:read', 'tasks:write'],
    });
    const eve = new Browser(app.server, origin);
    await eve.signUp(`Eve${people}`);
    const path = `/api/v1/account/connected-apps/${editor!.id}`;
    expect((await eve.send(`DELETE ${path}`)).statusCode).toBe(404);
    expect((await call(access_token)).status).toBe(200);

    expect((await ada.send(`DELETE ${path}`)).statusCode).toBe(204);
    expect((await call(access_token)).status).toBe(401);
    const { client_id = '' } = program.clientInformation() ?? {};
    const again = { grant_type: 'refresh_token', refresh_token: refresh_token ?? '', client_id };
    expect((await form('token', again)).status).toBe(400);
    expect((await ada.send('GET /api/v1/account/connected-apps')).json()).toEqual({ items: [] });
  });

  it('is out with the account, of which nothing stays', async () => {
    const { kept } = await connect(ada);
    const password = passwordOf(`Ada${people}`);
    expect((await ada.send('POST /api/v1/account/deletion', { password })).statusCode).toBe(204);
    expect((await call(kept!.access_token)).status).toBe(401);
    const left = `select 1 from oauth_consents where user_id = '${decodeJwt(kept!.access_token).sub}'
      union all select 1 from oauth_refresh_tokens
        where user_id = '${decodeJwt(kept!.access_token).sub}'`;
    expect(await onServer(url, left)).toEqual([]);
  });
});

describe('a program that asks', () => {
  /** A program that does by hand what the official client would not do wrong. */
  async function wish(more: Record<string, string> = {}) {
    const redirect_uri = 'http://127.0.0.1:4567/callback';
    const said = await register({ client_name: 'Hand', redirect_uris: [redirect_uri] });
    const { client_id } = (await said.json()) as { client_id: string };
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      response_type: 'code',
      client_id,
      redirect_uri,
      scope: 'tasks:read',
      state: 'mine',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...more,
    });
    const asked = new URL(`/api/auth/oauth2/authorize?${query}`, origin);
    return { asked, client_id, redirect_uri, verifier };
  }

  const redeem = async (wished: Awaited<ReturnType<typeof wish>>, more: object = {}) => {
    const back = await decide(ada, wished.asked);
    const { client_id, redirect_uri, verifier: code_verifier } = wished;
    const code = back.searchParams.get('code') ?? '';
    const fields = { grant_type: 'authorization_code', code, client_id, redirect_uri };
    const asked = { ...fields, code_verifier, ...more };
    return { asked, answer: await form('token', asked) };
  };

  const tokenOf = async (answer: Response) =>
    ((await answer.json()) as { access_token: string }).access_token;

  it('sends its person to the login first when nobody is signed in', async () => {
    const { asked } = await wish();
    const answer = await app.server.inject({ url: `${asked.pathname}${asked.search}` });
    expect(answer.statusCode).toBe(302);
    expect(answer.headers['location']).toMatch(/^\/login\?/);
  });

  it('gets nothing when its person refuses', async () => {
    const back = await decide(ada, (await wish()).asked, false);
    expect(back.origin).toBe('http://127.0.0.1:4567');
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.has('code')).toBe(false);
  });

  it('is never sent to an address that it did not register', async () => {
    const { asked } = await wish({ redirect_uri: 'https://evil.example/' });
    const answer = await ada.send(`GET ${asked.pathname}${asked.search}`);
    expect(String(answer.headers.location)).toMatch(new RegExp(`^${origin}/consent\\?error=`));
  });

  it('without a challenge gets no code', async () => {
    const { asked } = await wish();
    asked.searchParams.delete('code_challenge');
    asked.searchParams.delete('code_challenge_method');
    const answer = await ada.send(`GET ${asked.pathname}${asked.search}`);
    expect(new URL(String(answer.headers.location)).searchParams.get('error')).toBe(
      'invalid_request',
    );
  });

  it('with the verifier of another gets no token', async () => {
    const { answer } = await redeem(await wish(), {
      code_verifier: randomBytes(32).toString('base64url'),
    });
    expect(answer.ok).toBe(false);
    expect(await answer.text()).not.toContain('access_token');
  });

  it('that uses a code twice loses what the first use brought', async () => {
    const wished = await wish({ scope: 'tasks:read offline_access' });
    const { asked, answer } = await redeem(wished);
    const { refresh_token } = (await answer.json()) as { refresh_token: string };
    expect((await form('token', asked)).status).toBe(400);
    const { client_id } = wished;
    const again = { grant_type: 'refresh_token', refresh_token, client_id };
    expect((await form('token', again)).status).toBe(400);
  });

  it('that only reads gets 403 for a change', async () => {
    const token = await tokenOf((await redeem(await wish())).answer);
    const answer = await fetch(`${origin}/mcp`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json, text/event-stream',
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        ...{ jsonrpc: '2.0', id: 1, method: 'tools/call' },
        params: { name: 'add_task', arguments: { title: 'x' } },
      }),
    });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('www-authenticate')).toContain('insufficient_scope');
  });

  it('for the API is let into the API, and not into the MCP server', async () => {
    const wished = await wish({ resource: `${origin}/api/v1` });
    const token = await tokenOf((await redeem(wished)).answer);
    expect((await call(token, '/api/v1/tasks')).status).toBe(200);
    const answer = await call(token);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('resource_metadata=');
  });

  it('for the MCP server is not let into the API', async () => {
    const token = await tokenOf((await redeem(await wish())).answer);
    expect((await call(token)).status).toBe(200);
    expect((await call(token, '/api/v1/tasks')).status).toBe(401);
  });

  it('for a resource that is not here is refused', async () => {
    const { asked } = await wish({ resource: 'https://elsewhere.example/mcp' });
    const answer = await ada.send(`GET ${asked.pathname}${asked.search}`);
    expect(new URL(String(answer.headers.location)).searchParams.get('error')).toBe(
      'invalid_target',
    );
  });

  it.each([
    ['no body', undefined],
    ['no address', { client_name: 'x', redirect_uris: [] }],
    ['a page without TLS', { redirect_uris: ['http://evil.example/'] }],
    ['a script', { redirect_uris: ['javascript:alert(1)'] }],
    ['a name of two lines', { client_name: 'a\r\nb', redirect_uris: ['https://a.example/'] }],
    ['an address with a fragment', { redirect_uris: ['https://a.example/#x'] }],
  ])('with %s is not registered', async (_what, said) => {
    expect((await register(said as object)).status).toBe(400);
  });
});

describe('a token that this server did not sign so', () => {
  it.each(['issuer', 'audience', 'time', 'type', 'key', 'HS256', 'none'] as const)(
    'in its %s opens neither door',
    async (fault) => {
      const { kept } = await connect(ada);
      const claims = decodeJwt(kept!.access_token);
      const head = decodeProtectedHeader(kept!.access_token);
      const [stored] = (await onServer(url, 'select public_key from signing_keys')) as {
        public_key: string;
      }[];
      const { privateKey } = generateKeyPairSync('ed25519');
      const said = {
        ...claims,
        ...(fault === 'issuer' && { iss: 'https://evil.example' }),
        ...(fault === 'audience' && { aud: 'https://evil.example/mcp' }),
        ...(fault === 'time' && { exp: claims.iat! - 1 }),
      };
      const header = { ...head, alg: 'EdDSA', ...(fault === 'type' && { typ: 'JWT' }) };
      const forged = {
        HS256: () =>
          new SignJWT(said)
            .setProtectedHeader({ ...head, alg: 'HS256' })
            .sign(Buffer.from(stored!.public_key)),
        none: async () => new UnsecuredJWT(said).encode(),
        other: () => new SignJWT(said).setProtectedHeader(header).sign(privateKey),
      };
      const make = forged[fault === 'HS256' || fault === 'none' ? fault : 'other'];
      const token = await make();
      const answer = await call(token);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toContain('resource_metadata=');
      expect((await call(token, '/api/v1/tasks')).status).toBe(401);
      expect((await call(kept!.access_token)).status).toBe(200);
    },
  );
});

it('says of itself only what is so', async () => {
  const metadata = await fetch(`${origin}/.well-known/oauth-authorization-server`);
  expect(await metadata.json()).toEqual({
    issuer: origin,
    authorization_endpoint: `${origin}/api/auth/oauth2/authorize`,
    token_endpoint: `${origin}/api/auth/oauth2/token`,
    registration_endpoint: `${origin}/api/auth/oauth2/register`,
    revocation_endpoint: `${origin}/api/auth/oauth2/revoke`,
    jwks_uri: `${origin}/api/auth/jwks`,
    scopes_supported: ['tasks:read', 'tasks:write', 'offline_access'],
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
    token_endpoint_auth_methods_supported: ['none'],
    revocation_endpoint_auth_methods_supported: ['none'],
  });
  const keys = await fetch(`${origin}/api/auth/jwks`);
  expect(await keys.text()).not.toContain('"d"');
});
