import { createHash } from 'node:crypto';
import { calendarFeed, createdCalendarFeed } from '@todo-chatbot/shared';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { SessionReader } from '../../modules/accounts/account.ts';
import type { FeedService } from '../../modules/calendar/feed-service.ts';
import { renderFeed } from '../calendar/render-feed.ts';
import { accountOf, registerSessionGuard } from '../session-guard.ts';

export interface CalendarRoutesPorts {
  feeds: FeedService;
  sessions: SessionReader;
}

function registerSwitch(server: FastifyInstance, { feeds, sessions }: CalendarRoutesPorts): void {
  const routes = async (plain: FastifyInstance) => {
    const scope = plain.withTypeProvider<ZodTypeProvider>();
    registerSessionGuard(plain, sessions);

    scope.get('/', { schema: { response: { 200: calendarFeed } } }, async (request) =>
      feeds.state(accountOf(request).id),
    );

    scope.post(
      '/',
      { schema: { response: { 201: createdCalendarFeed } } },
      async (request, reply) => reply.code(201).send(await feeds.switchOn(accountOf(request).id)),
    );

    scope.delete('/', { schema: { response: { 204: z.null() } } }, async (request, reply) => {
      await feeds.switchOff(accountOf(request).id);
      return reply.code(204).send(null);
    });
  };
  server.register(routes, { prefix: '/api/v1/account/calendar-feed' });
}

const names = (list: string | undefined, tag: string): boolean =>
  list?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag) ?? false;

/** The switch of a person's calendar feed, and the feed, which its secret address alone opens. */
export function registerCalendarRoutes(server: FastifyInstance, ports: CalendarRoutesPorts): void {
  registerSwitch(server, ports);

  const params = z.object({ secret: z.string().max(200) });
  server
    .withTypeProvider<ZodTypeProvider>()
    .get('/api/v1/calendar/:secret.ics', { schema: { params } }, async (request, reply) => {
      const tasks = await ports.feeds.tasksBehind(request.params.secret);
      const text = renderFeed(tasks, new Date());
      const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
      // Asked for anew each time: a revoked address must not live on in a cache.
      reply.headers({ etag: tag, 'cache-control': 'private, no-cache' });
      if (names(request.headers['if-none-match'], tag)) return reply.code(304).send();
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'inline; filename="todo.ics"')
        .send(text);
    });
}
