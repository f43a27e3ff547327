import {
  bearerAuthChallengeResponse,
  createMcpHandler,
  getOAuthProtectedResourceMetadataUrl,
  verifyBearerToken,
} from '@modelcontextprotocol/server';
import { tokenScopes } from '@todo-chatbot/shared';
import type { TokenReader } from '../modules/accounts/account.ts';
import { refusalOf } from '../modules/limits/request-limit.ts';
import type { RequestLimit } from '../modules/limits/request-limit.ts';
import type { TaskService } from '../modules/tasks/task-service.ts';
import { plainCallOf } from './plain-call.ts';
import type { Asked } from './plain-call.ts';
import { createTaskServer } from './server.ts';
import { createStandingServer } from './standing-server.ts';
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

/** The way in for MCP clients. */
export interface McpDoor {
  /** Answers a request: with the JSON of a call that went well, or with a whole response. */
  answer(asked: Asked): Promise<string | Response>;
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
export async function createMcpDoor(ports: McpDoorPorts): Promise<McpDoor> {
  const { tokens, requests, url, origins, onFailure } = ports;
  const handler = createMcpHandler(() => createTaskServer(ports), {
    onerror: (error) => onFailure('a request', error),
  });
  const standing = {
    modern: await createStandingServer(ports, 'modern'),
    legacy: await createStandingServer(ports, 'legacy'),
  };
  const gate = {
    verifier: createTokenVerifier(tokens),
    resourceMetadataUrl: getOAuthProtectedResourceMetadataUrl(url),
  };

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
    async answer(asked) {
      const { url: path, headers, body } = asked;
      if (headers.origin !== undefined && !origins.includes(headers.origin)) {
        return refuse(403, 'Pages of this origin may not call.');
      }
      if (path.startsWith(metadataPath)) return Response.json(metadataOf(url));
      const authInfo = await verifyBearerToken(headers.authorization, gate).catch(
        (error: unknown) => bearerAuthChallengeResponse(error, gate),
      );
      if (authInfo instanceof Response) return authInfo;
      const refusal = await spent(ownerOf(authInfo));
      if (refusal) return refusal;
      const call = plainCallOf(asked, authInfo);
      if (call) return standing[call.era].exchange(call.request, authInfo);
      const read = { authInfo, ...(body !== undefined && { parsedBody: body }) };
      return handler.fetch(asked.toRequest(), read);
    },
    fetchAs: (ownerId, request) => handler.fetch(request, { authInfo: insiderFor(ownerId) }),
    async close() {
      await Promise.all([handler, ...Object.values(standing)].map((server) => server.close()));
    },
  };
}
