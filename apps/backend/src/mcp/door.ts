import {
  createMcpHandler,
  getOAuthProtectedResourceMetadataUrl,
  requireBearerAuth,
} from '@modelcontextprotocol/server';
import { tokenScopes } from '@todo-chatbot/shared';
import type { TokenReader } from '../modules/accounts/account.ts';
import { refusalOf } from '../modules/limits/request-limit.ts';
import type { RequestLimit } from '../modules/limits/request-limit.ts';
import type { TaskService } from '../modules/tasks/task-service.ts';
import { calledTool, createTaskServer } from './server.ts';
import { createTokenVerifier, insiderFor, ownerOf } from './token-verifier.ts';

export interface McpDoorPorts {
  tasks: TaskService;
  tokens: TokenReader;
  requests: { limit: RequestLimit; perMinute: number };
  /** Where clients reach the server from outside, such as `http://localhost:8080/mcp`. */
  url: URL;
  /** The origins whose pages may call; programs send none. */
  origins: readonly string[];
  onFailure: (what: string, error: unknown) => void;
}

/** The MCP server as a web-standard handler. */
export interface McpDoor {
  /** @param body the request's JSON, where somebody has read it already */
  fetch(request: Request, body?: unknown): Promise<Response>;
  /** Answers a request of this process itself, in the name of a person whom it knows. */
  fetchAs(ownerId: string, request: Request): Promise<Response>;
  close(): Promise<void>;
}

const metadataPath = '/.well-known/oauth-protected-resource';

function refuse(status: number, message: string, headers: Record<string, string> = {}): Response {
  const error = { code: -32_000, message };
  return Response.json({ jsonrpc: '2.0', id: null, error }, { status, headers });
}

/** How a client finds out what it needs to call. @see https://www.rfc-editor.org/rfc/rfc9728 */
const metadataOf = (url: URL) => ({
  resource: url.href,
  resource_name: 'Todo',
  authorization_servers: [url.origin],
  bearer_methods_supported: ['header'],
  scopes_supported: [...tokenScopes],
  resource_documentation: new URL('/app/account', url).href,
});

/** Serves both revisions of the protocol, to whoever has a token of somebody's account. */
export function createMcpDoor(ports: McpDoorPorts): McpDoor {
  const { tasks, tokens, requests, url, origins, onFailure } = ports;
  const handler = createMcpHandler(
    (asked) => createTaskServer({ tasks, onFailure }, ownerOf(asked.authInfo), calledTool(asked)),
    { onerror: (error) => onFailure('a request', error) },
  );
  const authenticate = requireBearerAuth({
    verifier: createTokenVerifier(tokens),
    resourceMetadataUrl: getOAuthProtectedResourceMetadataUrl(url),
  });

  /** Undefined while there are permits left, and while they cannot be counted. */
  async function spent(ownerId: string): Promise<Response | undefined> {
    if (requests.perMinute === 0) return undefined;
    const permit = await requests.limit
      .take(`account ${ownerId}`, requests.perMinute)
      .catch(() => undefined);
    if (!permit || permit.granted) return undefined;
    const seconds = Math.ceil(permit.endsIn / 1_000);
    return refuse(429, refusalOf(requests.perMinute, seconds), { 'retry-after': String(seconds) });
  }

  return {
    async fetch(request, body) {
      const origin = request.headers.get('origin');
      if (origin !== null && !origins.includes(origin)) {
        return refuse(403, 'Pages of this origin may not call.');
      }
      if (new URL(request.url).pathname.startsWith(metadataPath)) {
        return Response.json(metadataOf(url));
      }
      const auth = await authenticate(request);
      if (auth instanceof Response) return auth;
      const read = { authInfo: auth, ...(body !== undefined && { parsedBody: body }) };
      return (await spent(ownerOf(auth))) ?? handler.fetch(request, read);
    },
    fetchAs: (ownerId, request) => handler.fetch(request, { authInfo: insiderFor(ownerId) }),
    close: () => handler.close(),
  };
}
