import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../modules/app-error.ts';
import { refusalOf } from '../modules/limits/request-limit.ts';
import type { Permit, RequestLimit } from '../modules/limits/request-limit.ts';
import { clientAddress } from './client-address.ts';
import { problemOf } from './problem.ts';
import { findAccountOf } from './session-guard.ts';

export interface RateLimitOptions {
  limit: RequestLimit;
  /** Requests per minute and account, or per address of those who have none; 0 for no limit. */
  perMinute: number;
}

/** Routes that cost more than a request should; they have a smaller limit of their own. */
export const expensiveRoutes: ReadonlySet<string> = new Set([
  'POST /api/v1/account/deletion',
  'POST /api/v1/account/tokens',
  'GET /api/v1/account/export',
  'POST /api/v1/account/import',
]);
const expensivePerMinute = 20;

const isLimited = ({ url }: FastifyRequest) => url.startsWith('/api/v1/');

// The MCP door counts those whom it lets in by itself: it alone knows their account.
const isMcp = ({ routeOptions }: FastifyRequest) => routeOptions.url === '/mcp';

/** The refusal in the form that the door speaks. */
function refusalBody(request: FastifyRequest, detail: string) {
  return isMcp(request)
    ? { jsonrpc: '2.0', id: null, error: { code: -32_000, message: detail } }
    : problemOf(request, { code: 'rate_limited', detail });
}

/** Tells of a limit in the headers of an answer; answers the seconds until the next window. */
function tell(reply: FastifyReply, perMinute: number, { remaining, endsIn }: Permit): number {
  const seconds = Math.ceil(endsIn / 1_000);
  void reply.headers({
    'ratelimit-limit': perMinute,
    'ratelimit-remaining': remaining,
    'ratelimit-reset': seconds,
  });
  return seconds;
}

/**
 * Bounds the requests of one account, or of one address without an account, over all processes.
 * While permits cannot be counted everybody passes: the request itself meets what is wrong.
 */
export function registerRateLimit(server: FastifyInstance, options: RateLimitOptions): void {
  const { limit, perMinute } = options;
  if (perMinute === 0) return;

  const take = (key: string, most: number) => limit.take(key, most).catch(() => undefined);

  async function spend(request: FastifyRequest, reply: FastifyReply, key: string) {
    const route = `${request.method} ${request.routeOptions.url ?? ''}`;
    const isExpensive = expensiveRoutes.has(route);
    const most = isExpensive ? Math.min(expensivePerMinute, perMinute) : perMinute;
    const permit = await take(isExpensive ? `${key} ${route}` : key, most);
    if (!permit) return;
    const retryAfter = tell(reply, most, permit);
    if (!permit.granted) {
      throw new AppError('rate_limited', refusalOf(most, retryAfter), { retryAfter });
    }
  }

  // After the guards, which tell the account, and before a body is read.
  server.addHook('preParsing', async (request, reply) => {
    if (!isLimited(request)) return;
    const account = findAccountOf(request);
    await spend(
      request,
      reply,
      account ? `account ${account.id}` : `address ${clientAddress(request)}`,
    );
  });

  async function countTurnedAway(request: FastifyRequest, reply: FastifyReply, payload: unknown) {
    const permit = await take(`address ${clientAddress(request)}`, perMinute);
    if (!permit) return payload;
    const seconds = tell(reply, perMinute, permit);
    if (permit.granted) return payload;
    void reply.code(429).header('retry-after', String(seconds)).removeHeader('content-length');
    if (payload instanceof Readable) payload.destroy();
    return JSON.stringify(refusalBody(request, refusalOf(perMinute, seconds)));
  }

  // Those whom a guard turned away come here only.
  // eslint-disable-next-line max-params -- As Fastify calls it; a promise per answer would cost more.
  server.addHook('onSend', (request, reply, payload, done) => {
    const isCounted = reply.statusCode === 401 && (isLimited(request) || isMcp(request));
    if (!isCounted) return done();
    countTurnedAway(request, reply, payload).then((body) => done(null, body), done);
  });
}
