import { randomUUID } from 'node:crypto';
import {
  Client,
  StreamableHTTPClientTransport,
  UnauthorizedError,
} from '@modelcontextprotocol/client';
import { connectedAppList } from '@todo-chatbot/shared';
import type {
  OAuthClientProvider,
  StoredOAuthClientInformation,
  OAuthDiscoveryState,
  StoredOAuthTokens,
} from '@modelcontextprotocol/client';
import { origin } from './app.ts';
import type { Browser } from './browser.ts';

/** A program on somebody's machine that wants to be let into their account, and what it keeps. */
export class ConnectedProgram implements OAuthClientProvider {
  readonly redirectUrl = 'http://127.0.0.1:4567/callback';
  readonly clientMetadata = {
    client_name: 'Editor',
    redirect_uris: [this.redirectUrl],
    grant_types: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_method: 'none',
  };
  /** Where it sent its person. */
  asked: URL | undefined;
  kept: StoredOAuthTokens | undefined;
  #information: StoredOAuthClientInformation | undefined;
  #discovered: OAuthDiscoveryState | undefined;
  #verifier = '';
  readonly #state = randomUUID();

  state = () => this.#state;
  clientInformation = () => this.#information;
  saveClientInformation(information: StoredOAuthClientInformation) {
    this.#information = information;
  }
  tokens = () => this.kept;
  saveTokens(tokens: StoredOAuthTokens) {
    this.kept = tokens;
  }
  redirectToAuthorization(url: URL) {
    this.asked = url;
  }
  saveCodeVerifier(verifier: string) {
    this.#verifier = verifier;
  }
  codeVerifier = () => this.#verifier;
  saveDiscoveryState(discovered: OAuthDiscoveryState) {
    this.#discovered = discovered;
  }
  discoveryState = () => this.#discovered;
}

/** How a program reaches the MCP server of an origin. */
export const transportFor = (program: ConnectedProgram, pages: string) =>
  new StreamableHTTPClientTransport(new URL('/mcp', pages), { authProvider: program });

/** Lets a program of somebody in, as the official client goes about it, and answers the program. */
export async function letIn(person: Browser, pages: string): Promise<ConnectedProgram> {
  const program = new ConnectedProgram();
  const transport = transportFor(program, pages);
  const refusal = await new Client({ name: 'test', version: '1' })
    .connect(transport)
    .catch((error: unknown) => error);
  if (!(refusal instanceof UnauthorizedError) || !program.asked) throw refusal;
  const back = await decide(person, program.asked);
  if (back.searchParams.get('state') !== program.state())
    throw new Error('Another state came back.');
  await transport.finishAuth(back.searchParams);
  return program;
}

/** Asks the MCP server for its tools by a token. */
export const listTools = (token: string, pages: string) =>
  fetch(`${pages}/mcp`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
  });

/** Connects a program without the detours of a client, and answers the id of the connection. */
export async function connectedApp(person: Browser): Promise<string> {
  const redirect_uri = 'http://127.0.0.1:4567/callback';
  const said = { client_name: 'Editor', redirect_uris: [redirect_uri] };
  const { client_id } = (await person.send('POST /api/auth/oauth2/register', said)).json();
  const query = new URLSearchParams({
    ...{ response_type: 'code', client_id, redirect_uri, scope: 'tasks:read' },
    ...{ code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' },
  });
  await decide(person, new URL(`/api/auth/oauth2/authorize?${query}`, origin));
  const listed = await person.send('GET /api/v1/account/connected-apps');
  const [newest] = connectedAppList.parse(listed.json()).items;
  if (!newest) throw new Error('The program was not connected.');
  return newest.id;
}

/** Follows a program's wish as a person does who is signed in, and answers what it gets back. */
export async function decide(person: Browser, asked: URL, accept = true): Promise<URL> {
  const page = await person.send(`GET ${asked.pathname}${asked.search}`);
  const oauth_query = new URL(String(page.headers.location), asked).search.slice(1);
  const answer = await person.send('POST /api/auth/oauth2/consent', { accept, oauth_query });
  return new URL((answer.json() as { url: string }).url);
}
