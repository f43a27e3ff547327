import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { clientAddress } from '../client-address.ts';
import { keepBodiesRaw, sendWebResponse, toWebHeaders, toWebRequest } from '../web-request.ts';

export interface AuthRoutesPorts {
  /** Answers a request below /api/auth. */
  handle(request: Request): Promise<Response>;
  /** The public origin, under which the request is seen. */
  origin: string;
  /** The header in which `handle` expects the client's address. */
  addressHeader: string;
}

// Where programs look for what is below /api/auth. @see https://www.rfc-editor.org/rfc/rfc8414
const paths = ['/api/auth/*', '/.well-known/oauth-authorization-server'];

/** Sign-up, login, logout and the session, answered by the account library. */
export function registerAuthRoutes(server: FastifyInstance, ports: AuthRoutesPorts): void {
  server.register(async (scope) => {
    keepBodiesRaw(scope);
    const handler = async (request: FastifyRequest, reply: FastifyReply) => {
      const headers = toWebHeaders(request);
      headers.set(ports.addressHeader, clientAddress(request));
      const response = await ports.handle(toWebRequest(request, ports.origin, { headers }));
      const retryAfter = response.headers.get('x-retry-after');
      if (retryAfter) reply.header('retry-after', retryAfter);
      await sendWebResponse(reply, response);
      return reply;
    };
    for (const url of paths) scope.route({ method: ['GET', 'POST'], url, handler });
  });
}
