import { createdToken, newToken, token, tokenList } from '@todo-chatbot/shared';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { SessionReader } from '../../modules/accounts/account.ts';
import type { TokenService } from '../../modules/accounts/token-service.ts';
import { accountOf, registerSessionGuard } from '../session-guard.ts';

const params = token.pick({ id: true });

export interface TokenRoutesPorts {
  tokens: TokenService;
  sessions: SessionReader;
}

/** A person's API tokens. No token reaches these routes: it could make itself stronger. */
export function registerTokenRoutes(server: FastifyInstance, ports: TokenRoutesPorts): void {
  const { tokens, sessions } = ports;

  const routes = async (plain: FastifyInstance) => {
    const scope = plain.withTypeProvider<ZodTypeProvider>();
    registerSessionGuard(plain, sessions);

    scope.get('/', { schema: { response: { 200: tokenList } } }, async (request) => ({
      items: await tokens.list(accountOf(request).id),
    }));

    scope.post(
      '/',
      { schema: { body: newToken, response: { 201: createdToken } } },
      async (request, reply) =>
        reply.code(201).send(await tokens.create(accountOf(request).id, request.body)),
    );

    scope.delete(
      '/:id',
      { schema: { params, response: { 204: z.null() } } },
      async (request, reply) => {
        await tokens.remove(accountOf(request).id, request.params.id);
        return reply.code(204).send(null);
      },
    );
  };
  server.register(routes, { prefix: '/api/v1/account/tokens' });
}
