import { connectedApp, connectedAppList } from '@todo-chatbot/shared';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { SessionReader } from '../../modules/accounts/account.ts';
import type { ConnectedApps } from '../../modules/accounts/connected-apps.ts';
import { accountOf, registerSessionGuard } from '../session-guard.ts';

const params = connectedApp.pick({ id: true });

export interface ConnectedAppRoutesPorts {
  apps: ConnectedApps;
  sessions: SessionReader;
}

/** The programs that a person let in. No token reaches these routes: it could keep itself alive. */
export function registerConnectedAppRoutes(
  server: FastifyInstance,
  { apps, sessions }: ConnectedAppRoutesPorts,
): void {
  const routes = async (plain: FastifyInstance) => {
    const scope = plain.withTypeProvider<ZodTypeProvider>();
    registerSessionGuard(plain, sessions);

    scope.get('/', { schema: { response: { 200: connectedAppList } } }, async (request) => ({
      items: await apps.list(accountOf(request).id),
    }));

    scope.delete(
      '/:id',
      { schema: { params, response: { 204: z.null() } } },
      async (request, reply) => {
        await apps.remove(accountOf(request).id, request.params.id);
        return reply.code(204).send(null);
      },
    );
  };
  server.register(routes, { prefix: '/api/v1/account/connected-apps' });
}
