import { account, accountDeletion, accountPatch } from '@todo-chatbot/shared';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { SessionReader } from '../../modules/accounts/account.ts';
import type { AccountService } from '../../modules/accounts/account-service.ts';
import { accountOf, registerSessionGuard } from '../session-guard.ts';
import { toWebHeaders } from '../web-request.ts';

export interface AccountRoutesPorts {
  accounts: AccountService;
  sessions: SessionReader;
  /** The Set-Cookie headers that make a browser forget its session. */
  forgetfulCookies(headers: Headers): Promise<string[]>;
}

/** A person's own account. */
export function registerAccountRoutes(server: FastifyInstance, ports: AccountRoutesPorts): void {
  const { accounts, sessions } = ports;

  const routes = async (plain: FastifyInstance) => {
    const scope = plain.withTypeProvider<ZodTypeProvider>();
    registerSessionGuard(plain, sessions);

    scope.get('/', { schema: { response: { 200: account } } }, async (request) =>
      accounts.get(accountOf(request).id),
    );

    scope.patch(
      '/',
      { schema: { body: accountPatch, response: { 200: account } } },
      async (request) => accounts.patch(accountOf(request).id, request.body),
    );

    scope.post(
      '/deletion',
      { schema: { body: accountDeletion, response: { 204: z.null() } } },
      async (request, reply) => {
        await accounts.remove(accountOf(request).id, request.body.password);
        const cookies = await ports.forgetfulCookies(toWebHeaders(request));
        return reply.code(204).header('set-cookie', cookies).send(null);
      },
    );
  };
  server.register(routes, { prefix: '/api/v1/account' });
}
