import type { FastifyInstance } from 'fastify';

/** Why the process takes no requests at the moment, undefined when it does. */
export type Unreadiness = () => Promise<string | undefined>;

/** What an orchestrator asks: is the process alive, and may it get requests. */
export function registerProbes(server: FastifyInstance, unreadiness: Unreadiness): void {
  server.get('/health', async () => ({ status: 'ok' }));

  server.get('/ready', async (_request, reply) => {
    const reason = await unreadiness();
    if (reason === undefined) return { status: 'ready' };
    return reply.code(503).send({ status: 'unready', reason });
  });
}
