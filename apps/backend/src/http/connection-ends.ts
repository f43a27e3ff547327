import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Milliseconds after which a connection takes no further request. */
const longestMs = 10_000;

/**
 * Says on an answer that it is the last of its connection: of each one while the process is
 * draining, because a connection kept open would hold up its end; and of those that have lasted
 * for a while, because a client that keeps them never finds a replica that was added later.
 */
export function registerConnectionEnds(server: FastifyInstance, isDraining: () => boolean): void {
  const since = new WeakMap<Socket, number>();
  server.server.on('connection', (socket: Socket) => since.set(socket, performance.now()));
  const isOld = (socket: Socket) => performance.now() - (since.get(socket) ?? Infinity) > longestMs;

  // Decided last: draining may begin while a request is under way.
  server.addHook('onSend', async (request, reply) => {
    if (isDraining() || isOld(request.raw.socket)) reply.header('connection', 'close');
  });
}
