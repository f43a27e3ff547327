import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const everyAnswer = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Puts on an answer what keeps browsers from misusing it, and the id that the logs know it by. */
export function putAnswerHeaders({ id }: FastifyRequest, reply: FastifyReply): void {
  reply.headers(everyAnswer).header('x-request-id', id);
}

/** Puts them on the answer to every request that gets as far as a route. */
export function registerAnswerHeaders(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    putAnswerHeaders(request, reply);
    done();
  });
}
