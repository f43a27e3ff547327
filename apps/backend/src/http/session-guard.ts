import type { TokenScope } from '@todo-chatbot/shared';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { tokenRefusal } from '../modules/accounts/account.ts';
import type { Account, SessionReader, TokenReader } from '../modules/accounts/account.ts';
import { AppError } from '../modules/app-error.ts';

/** What a token must be good for to read and to change what lies behind these routes. */
export interface TokenAccess {
  reader: TokenReader;
  read: TokenScope;
  write: TokenScope;
}

const accounts = new WeakMap<FastifyRequest, Account>();
const readOnly = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The account behind a request, undefined where the route asks for none. */
export const findAccountOf = (request: FastifyRequest): Account | undefined =>
  accounts.get(request);

/** The account behind a request to a guarded route. */
export function accountOf(request: FastifyRequest): Account {
  const account = accounts.get(request);
  if (!account) throw new Error('This route is not behind the session guard.');
  return account;
}

const bearerOf = ({ headers }: FastifyRequest): string | undefined =>
  /^bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];

async function holderOf(secret: string, { method }: FastifyRequest, tokens?: TokenAccess) {
  if (!tokens) {
    throw new AppError('forbidden', 'A token does not open this address. Sign in instead.');
  }
  const holder = await tokens.reader.holderOf(secret);
  if (!holder) {
    throw new AppError('unauthenticated', tokenRefusal);
  }
  const needed = readOnly.has(method) ? tokens.read : tokens.write;
  if (!holder.scopes.includes(needed)) {
    throw new AppError('forbidden', `This token lacks the scope ${needed}.`);
  }
  return holder;
}

async function signedIn(request: FastifyRequest, sessions: SessionReader) {
  const account = await sessions.accountOf(request.headers.cookie ?? '');
  if (!account) throw new AppError('unauthenticated', 'Sign in first.');
  return account;
}

/** How people may show who they are. */
export interface Access {
  sessions: SessionReader;
  tokens?: TokenAccess | undefined;
}

/** The person behind a request, by its token or else its session; throws when it is nobody. */
export async function identify(request: FastifyRequest, access: Access): Promise<Account> {
  const secret = bearerOf(request);
  if (secret === undefined) return signedIn(request, access.sessions);
  return holderOf(secret, request, access.tokens);
}

/**
 * Lets only signed-in people through to the routes of this scope, before any body is read, and
 * people with a token where `tokens` says so. A request with a token is judged by it alone.
 */
export function registerSessionGuard(
  server: FastifyInstance,
  sessions: SessionReader,
  tokens?: TokenAccess,
): void {
  server.addHook('onRequest', async (request, reply) => {
    try {
      accounts.set(request, await identify(request, { sessions, tokens }));
    } catch (error) {
      reply.header('www-authenticate', 'Bearer');
      throw error;
    }
  });
}
