import { clientHeader, clientId } from '@todo-chatbot/shared';
import type { FastifyInstance } from 'fastify';
import { inNameOf } from '../modules/events/change-source.ts';

/** Does what a client asks for in the client's own name, when it gives one. */
export function registerChangeSource(server: FastifyInstance): void {
  // The last hook before the handler: reading a body leaves the context of earlier ones.
  server.addHook('preHandler', (request, _reply, done) => {
    if (request.method === 'GET') return done();
    const source = clientId.safeParse(request.headers[clientHeader]);
    if (source.success) inNameOf(source.data, done);
    else done();
  });
}
