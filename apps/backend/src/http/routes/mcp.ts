import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { FastifyInstance } from 'fastify';
import { keepBodiesRaw, sendWebResponse, takeWebHead, toWebRequest } from '../web-request.ts';

export interface McpRoutesPorts {
  /** Answers a request of an MCP client; its body comes apart where it could be read. */
  handle(request: Request, body: unknown): Promise<Response>;
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

const isEventStream = ({ headers }: Response) =>
  headers.get('content-type')?.startsWith('text/event-stream') ?? false;

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
          const left = new AbortController();
          reply.raw.once('close', () => reply.raw.writableFinished || left.abort());
          const body = jsonOf(request.body);
          const seen = toWebRequest(request, ports.origin, {
            signal: left.signal,
            ...(body !== undefined && { body: null }),
          });
          const answer = await ports.handle(seen, body);
          // As a whole where it is one: to pass a stream on takes longer than to make the answer.
          if (!isEventStream(answer)) return sendWebResponse(reply, answer);
          takeWebHead(reply, answer);
          const stream = answer.body as ReadableStream<Uint8Array>;
          return reply.send(Readable.fromWeb(stream));
        },
      });
    }
  });
}
