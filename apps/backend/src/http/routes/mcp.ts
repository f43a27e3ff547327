import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { keepBodiesRaw, sendWebResponse, takeWebHead, toWebRequest } from '../web-request.ts';

/** A request of an MCP client. */
export interface McpRequest {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  /** Its JSON; undefined where there is none that can be read. */
  body: unknown;
  /** The same request by the fetch standard: it takes a while to make, and few need it. */
  toRequest(): Request;
}

export interface McpRoutesPorts {
  /** Answers with the JSON of a plain success, or with a whole response. */
  answer(request: McpRequest): Promise<string | Response>;
  /** The public origin, under which the request is seen. */
  origin: string;
}

// Five hundred changed tasks, a few of them long, in the envelope of the protocol.
const bodyLimit = 4 * 1024 * 1024;

const paths = [
  '/mcp',
  '/.well-known/oauth-protected-resource',
  '/.well-known/oauth-protected-resource/mcp',
];

/** The JSON of a body; undefined for what is none, which the protocol has its own answer to. */
function jsonOf(body: unknown): unknown {
  if (!(body instanceof Buffer) || body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The request by the fetch standard, whose signal tells when its client has left. */
function webRequestOf(request: FastifyRequest, reply: FastifyReply, origin: string): Request {
  const left = new AbortController();
  reply.raw.once('close', () => reply.raw.writableFinished || left.abort());
  return toWebRequest(request, origin, { signal: left.signal });
}

const isEventStream = ({ headers }: Response) =>
  headers.get('content-type')?.startsWith('text/event-stream') ?? false;

async function send(reply: FastifyReply, answer: string | Response) {
  if (typeof answer === 'string') return reply.type('application/json').send(answer);
  // As a whole where it is one: to pass a stream on takes longer than to make the answer.
  if (!isEventStream(answer)) return sendWebResponse(reply, answer);
  takeWebHead(reply, answer);
  return reply.send(Readable.fromWeb(answer.body as ReadableStream<Uint8Array>));
}

/** The door for MCP clients; the protocol itself is spoken behind it. */
export function registerMcpRoutes(server: FastifyInstance, ports: McpRoutesPorts): void {
  server.register(async (scope) => {
    keepBodiesRaw(scope);
    for (const url of paths) {
      scope.route({
        method: ['GET', 'POST', 'DELETE'],
        url,
        bodyLimit,
        handler: async (request, reply) => {
          const { method, headers } = request;
          const answer = await ports.answer({
            ...{ method, url: request.url, headers, body: jsonOf(request.body) },
            toRequest: () => webRequestOf(request, reply, ports.origin),
          });
          return send(reply, answer);
        },
      });
    }
  });
}
