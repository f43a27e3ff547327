import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { FastifyInstance } from 'fastify';
import { keepBodiesRaw, takeWebHead, toWebRequest } from '../web-request.ts';

export interface McpRoutesPorts {
  /** Answers a request of an MCP client. */
  handle(request: Request): Promise<Response>;
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
          reply.raw.once('close', () => left.abort());
          const { signal } = left;
          const answer = await ports.handle(toWebRequest(request, ports.origin, { signal }));
          takeWebHead(reply, answer);
          const body = answer.body as ReadableStream<Uint8Array> | null;
          return reply.send(body && Readable.fromWeb(body));
        },
      });
    }
  });
}
