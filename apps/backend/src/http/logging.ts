import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { LogController } from 'fastify';
import type { FastifyInstance } from 'fastify';

interface ErrorLine {
  [detail: string]: unknown;
  type: string;
  message: string;
  stack: string;
}

/** What a log tells of an error. No query parameters, no row contents: those are people's data. */
export function describeError(error: unknown): ErrorLine {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  // drizzle's message ends with the parameters of the failed query, and a stack repeats the message.
  const [message = ''] = error.message.split('\nparams:');
  const places = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    type: error.name,
    message,
    stack: places.join('\n'),
    ...('code' in error && { code: error.code }),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

const acceptable = /^[\w-]{8,64}$/;

/** The id of a request: the one that came with it from the proxy, else a new one. */
export function requestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && acceptable.test(given) ? given : randomUUID();
}

/** Where log lines go; standard output by default. */
export interface LogOptions {
  level: string;
  stream?: { write(line: string): void } | undefined;
}

/** Settings of a log in JSON lines, in which Fastify writes no line of its own per request. */
export function logSettings({ level, stream }: LogOptions) {
  return {
    logger: { level, base: null, serializers: { err: describeError }, ...(stream && { stream }) },
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'requestId',
    }),
  };
}

const quiet = new Set(['/health', '/ready']);

/** One line per answered request: the route rather than the address, which may hold a token. */
export function registerRequestLog(server: FastifyInstance): void {
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    if (!quiet.has(route)) {
      const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
      const { method } = request;
      request.log.info({ method, route, status: reply.statusCode, milliseconds }, 'answered');
    }
    done();
  });
}
