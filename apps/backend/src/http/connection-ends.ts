import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Milliseconds after which a connection takes no further request. */
const longestMs = 10_000;

/**
 * Whether a body is still on its way, of a request that is refused. Who closes the connection then
 * breaks it for a client that sends first and reads later; Node reads on and forgets, for as long as
 * a request may take.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-9.6
 */
function isArriving({ headers, complete }: IncomingMessage): boolean {
  const hasBody = 'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > 0;
  return hasBody && !complete;
}

/**
 * Says on an answer that it is the last of its connection: of each one while the process is
 * draining, because a connection kept open would hold up its end; and of those that have lasted
 * for a while, because a client that keeps them never finds a replica that was added later.
 */
export function registerConnectionEnds(server: FastifyInstance, isDraining: () => boolean): void {
  // From their first answer on: connections come in through more than one listener.
  const since = new WeakMap<Socket, number>();
  const isOld = (socket: Socket) => {
    const now = performance.now();
    const first = since.get(socket);
    if (first === undefined) since.set(socket, now);
    return first !== undefined && now - first > longestMs;
  };

  // Decided last: draining may begin while a request is under way.
  // eslint-disable-next-line max-params -- As Fastify calls it; a promise per answer would cost more.
  server.addHook('onSend', (request, reply, _payload, done) => {
    const isLast = isDraining() || isOld(request.raw.socket);
    if (isArriving(request.raw)) reply.removeHeader('connection');
    else if (isLast) reply.header('connection', 'close');
    done();
  });
  // An answer that began before the draining could not say so.
  server.addHook('onResponse', (request, _reply, done) => {
    if (isDraining()) request.raw.socket.end();
    done();
  });
}
