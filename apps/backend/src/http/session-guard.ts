import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Account, SessionReader } from '../modules/accounts/account.ts';
import { AppError } from '../modules/app-error.ts';
import { toWebHeaders } from './web-request.ts';

const accounts = new WeakMap<FastifyRequest, Account>();

/** The account behind a request to a guarded route. */
export function accountOf(request: FastifyRequest): Account {
  const account = accounts.get(request);
  if (!account) throw new Error('This route is not behind the session guard.');
  return account;
}

/** Lets only signed-in people through to the routes of this scope, before any body is read. */
export function registerSessionGuard(server: FastifyInstance, sessions: SessionReader): void {
  server.addHook('onRequest', async (request) => {
    const account = await sessions.accountOf(toWebHeaders(request));
    if (!account) throw new AppError('unauthenticated', 'Sign in first.');
    accounts.set(request, account);
  });
}
