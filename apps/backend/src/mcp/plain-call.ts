import type { IncomingHttpHeaders } from 'node:http';
import {
  SUPPORTED_PROTOCOL_VERSIONS,
  classifyInboundRequest,
  isJsonContentType,
} from '@modelcontextprotocol/server';
import type {
  AuthInfo,
  InboundLegacyRoute,
  InboundModernRoute,
  JSONRPCRequest,
} from '@modelcontextprotocol/server';
import { modernRevision } from './standing-server.ts';
import type { Era } from './standing-server.ts';
import { tools } from './tools/index.ts';

/** A request as it came. */
export interface Asked {
  method: string;
  /** Path and query. */
  url: string;
  headers: IncomingHttpHeaders;
  /** Its JSON; undefined where there is none that can be read. */
  body: unknown;
  /** The same request by the fetch standard. */
  toRequest(): Request;
}

/** A call of a tool that needs nothing of a server but to hand it on. */
export interface PlainCall {
  era: Era;
  request: JSONRPCRequest;
}

type ToolCall = JSONRPCRequest & { params: { name: string } };

function isToolCall(body: unknown): body is ToolCall {
  const { method, params } = (body ?? {}) as Partial<JSONRPCRequest>;
  return method === 'tools/call' && typeof params?.['name'] === 'string';
}

const header = (headers: IncomingHttpHeaders, name: string) => headers[name]?.toString();

/** Whether the headers are all there and name this tool. */
function isPlainModern(route: InboundModernRoute, headers: IncomingHttpHeaders, name: string) {
  return (
    route.classification.revision === modernRevision &&
    headers['mcp-protocol-version'] !== undefined &&
    headers['mcp-method'] !== undefined &&
    headers['mcp-name'] === name
  );
}

/** Whether the revision is known, if one is named, and the client takes what it has to. */
function isPlainLegacy({ reason, requestedVersion }: InboundLegacyRoute, accept = '') {
  return (
    reason === 'no-claim' &&
    (requestedVersion === undefined || SUPPORTED_PROTOCOL_VERSIONS.includes(requestedVersion)) &&
    ['application/json', 'text/event-stream'].every((type) => accept.includes(type))
  );
}

function eraOf(name: string, { method, headers, body }: Asked): Era | undefined {
  const route = classifyInboundRequest({
    httpMethod: method,
    body,
    protocolVersionHeader: header(headers, 'mcp-protocol-version'),
    mcpMethodHeader: header(headers, 'mcp-method'),
    mcpNameHeader: header(headers, 'mcp-name'),
  });
  if (route.kind === 'modern') return isPlainModern(route, headers, name) ? 'modern' : undefined;
  return route.kind === 'legacy' && isPlainLegacy(route, headers.accept) ? 'legacy' : undefined;
}

const scopeOf = new Map(tools.map(({ name, scope }) => [name, scope]));

/**
 * Finds a call that can go to its tool at once. Undefined for every other request, and for a call
 * about which anything is odd: the library answers those, and says what is wrong with them.
 */
export function plainCallOf(asked: Asked, { scopes }: AuthInfo): PlainCall | undefined {
  const { body, headers } = asked;
  if (!isToolCall(body) || !isJsonContentType(headers['content-type'])) return undefined;
  const { name } = body.params;
  const scope = scopeOf.get(name);
  if (scope === undefined || !scopes.includes(scope)) return undefined;
  const era = eraOf(name, asked);
  return era && { era, request: body };
}
