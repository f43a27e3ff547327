import { clientRegistration } from '@todo-chatbot/shared';
import { resourcesOf } from './oauth-tokens.ts';

const oauthPaths = '/api/auth/oauth2/';
const registerPath = `${oauthPaths}register`;
const authorizePath = `${oauthPaths}authorize`;

const refused = (description: string) =>
  Response.json(
    { error: 'invalid_client_metadata', error_description: description },
    { status: 400 },
  );

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * What a program says of itself when it registers: only what the contract knows is handed on, since
 * the rest would have this server keep or fetch what a stranger names.
 * @see https://www.rfc-editor.org/rfc/rfc7591#section-2
 */
async function registration(request: Request): Promise<Request | Response> {
  const said = clientRegistration.safeParse(parsed(await request.text()));
  if (!said.success) {
    const [fault] = said.error.issues;
    return refused(`${fault?.path.join('.') || 'The body'}: ${fault?.message ?? 'not understood'}`);
  }
  const headers = new Headers(request.headers);
  headers.delete('content-length');
  // Who registers is nobody yet; a browser's session must not become the client's owner.
  headers.delete('cookie');
  return new Request(request.url, { method: 'POST', headers, body: JSON.stringify(said.data) });
}

/**
 * A person's browser that comes from a client. One that names no resource means the one that sent
 * it here: the MCP server.
 */
function authorization(request: Request, origin: string): Request {
  const url = new URL(request.url);
  if (!url.searchParams.has('resource')) url.searchParams.set('resource', resourcesOf(origin).mcp);
  const headers = new Headers(request.headers);
  // The pages' server passes this on by `fetch`, which says of itself that it does not navigate;
  // the library would tell where to go instead of leading there.
  headers.set('sec-fetch-mode', 'navigate');
  return new Request(url, { headers });
}

export interface OAuthRequestPorts {
  /** The public origin of the app. */
  origin: string;
  /** Makes sure that the library knows what tokens can be asked for. */
  seedResources: () => Promise<void>;
}

/** A request for the OAuth endpoints as they are to see it, or the refusal of it. */
export async function prepared(
  request: Request,
  { origin, seedResources }: OAuthRequestPorts,
): Promise<Request | Response> {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith(oauthPaths)) return request;
  await seedResources();
  if (pathname === registerPath && request.method === 'POST') return registration(request);
  if (pathname === authorizePath && request.method === 'GET') return authorization(request, origin);
  return request;
}
