import { Readable } from 'node:stream';
import type { LiveEvent } from '@todo-chatbot/shared';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readAgain } from '../../modules/events/event-hub.ts';
import type { EventHub } from '../../modules/events/event-hub.ts';
import type { SessionReader, TokenReader } from '../../modules/accounts/account.ts';
import { AppError } from '../../modules/app-error.ts';
import { accountOf, identify, registerSessionGuard } from '../session-guard.ts';
import type { Access, TokenAccess } from '../session-guard.ts';

export interface EventRoutesPorts {
  hub: EventHub;
  sessions: SessionReader;
  tokens: TokenReader;
  /** Milliseconds between signs of life, at which is checked whether the reader may still read. */
  heartbeat?: number;
}

const defaultHeartbeat = 25_000;
// More than any one change tells of at once: the reader is not reading.
const mostUnread = 512 * 1024;
// Milliseconds in which a reader must take the end of its stream.
const patience = 2_000;

// The id makes browsers send Last-Event-ID when they come back, which is when they missed something.
const greeting = 'retry: 1000\nid: 0\n\n';

interface Streaming {
  hub: EventHub;
  heartbeat: number;
  access: Access;
}

const toText = (event: LiveEvent) => `data: ${JSON.stringify(event)}\n\n`;

/** The text of a stream; its reader is cut off when it lets too much pile up, or does not let go. */
function createStream(reply: FastifyReply) {
  const stream = new Readable({ read: () => undefined });
  // A reader that went away is no failure of ours.
  stream.on('error', () => undefined);
  let ended = false;
  const write = (text: string) => {
    if (ended || stream.destroyed) return;
    if (stream.readableLength > mostUnread) stream.destroy();
    else stream.push(text);
  };
  const end = () => {
    if (ended || stream.destroyed) return;
    ended = true;
    stream.push(null);
    const unread = setTimeout(() => reply.raw.destroy(), patience).unref();
    reply.raw.once('close', () => clearTimeout(unread));
  };
  return { stream, write, end };
}

/** Whether the request would still be let in; when that cannot be known, it would. */
async function isStillWelcome(request: FastifyRequest, access: Access): Promise<boolean> {
  try {
    return (await identify(request, access)).id === accountOf(request).id;
  } catch (error) {
    return !(error instanceof AppError) || error.code === 'unavailable';
  }
}

/** Opens the stream that answers a request; from then on it misses nothing. */
async function openStream(
  reply: FastifyReply,
  { hub, heartbeat, access }: Streaming,
): Promise<Readable> {
  const { request } = reply;
  const { stream, write, end } = createStream(reply);
  write(greeting);
  if (request.headers['last-event-id'] !== undefined) write(toText(readAgain));
  const check = async () => {
    if (!(await isStillWelcome(request, access))) end();
  };
  const { id } = accountOf(request);
  const leave = hub.subscribe(id, {
    tell: (event) => {
      write(toText(event));
      if (event.type === 'account') void check();
    },
    end,
  });
  const beat = setInterval(() => {
    write(': alive\n\n');
    void check();
    // The next sign of life comes well before what was announced has lapsed.
    hub.announce(id).catch(() => undefined);
  }, heartbeat);
  stream.once('close', () => {
    clearInterval(beat);
    leave();
  });
  try {
    await hub.announce(id);
  } catch (error) {
    stream.destroy();
    throw error;
  }
  // Whoever left while it was announced is nobody to wait for.
  if (reply.raw.destroyed) stream.destroy();
  return stream;
}

/**
 * What changes in one's own account, as it happens.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function registerEventRoutes(server: FastifyInstance, ports: EventRoutesPorts): void {
  const { hub, sessions, heartbeat = defaultHeartbeat } = ports;
  const tokens: TokenAccess = { reader: ports.tokens, read: 'tasks:read', write: 'tasks:write' };
  const streaming = { hub, heartbeat, access: { sessions, tokens } };
  server.register(
    async (scope) => {
      registerSessionGuard(scope, sessions, tokens);
      scope.get('/', { exposeHeadRoute: false }, async (_request, reply) => {
        void reply.headers({
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store, no-transform',
          // Some reverse proxies hold back what is not marked so.
          'x-accel-buffering': 'no',
        });
        return reply.send(await openStream(reply, streaming));
      });
    },
    { prefix: '/api/v1/events' },
  );
  // Before the server waits for the requests under way, of which a stream would be one for ever.
  server.addHook('preClose', async () => hub.close());
}
