import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { FastifyInstance } from 'fastify';
import { toWebHeaders } from '../web-request.ts';

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
    // The protocol's own library reads the body; here it is only kept within bounds.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
      done(null, body);
    });
    for (const url of paths) {
      scope.route({
        method: ['GET', 'POST', 'DELETE'],
        url,
        bodyLimit,
        handler: async (request, reply) => {
          const left = new AbortController();
          reply.raw.once('close', () => left.abort());
          const { method, body } = request;
          const answer = await ports.handle(
            new Request(new URL(request.url, ports.origin), {
              method,
              headers: toWebHeaders(request),
              body: body instanceof Buffer ? new Uint8Array(body) : null,
              signal: left.signal,
            }),
          );
          reply.code(answer.status);
          for (const [name, value] of answer.headers) reply.header(name, value);
          return reply.send(
            answer.body ? Readable.fromWeb(answer.body as ReadableStream<Uint8Array>) : null,
          );
        },
      });
    }
  });
}
