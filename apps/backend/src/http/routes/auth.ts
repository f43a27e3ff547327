import type { FastifyInstance } from 'fastify';
import { clientAddress } from '../client-address.ts';
import { sendWebResponse, toWebHeaders } from '../web-request.ts';

export interface AuthRoutesPorts {
  /** Answers a request below /api/auth. */
  handle(request: Request): Promise<Response>;
  /** The public origin, under which the request is seen. */
  origin: string;
  /** The header in which `handle` expects the client's address. */
  addressHeader: string;
}

/** Sign-up, login, logout and the session, answered by the account library. */
export function registerAuthRoutes(server: FastifyInstance, ports: AuthRoutesPorts): void {
  server.register(async (scope) => {
    // The library reads the body itself; here it is only kept within bounds.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
      done(null, body);
    });

    scope.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      handler: async (request, reply) => {
        const headers = toWebHeaders(request);
        headers.set(ports.addressHeader, clientAddress(request));
        const { method, url, body } = request;
        const init = {
          method,
          headers,
          body: body instanceof Buffer ? new Uint8Array(body) : null,
        };
        const response = await ports.handle(new Request(new URL(url, ports.origin), init));
        const retryAfter = response.headers.get('x-retry-after');
        if (retryAfter) reply.header('retry-after', retryAfter);
        await sendWebResponse(reply, response);
        return reply;
      },
    });
  });
}
