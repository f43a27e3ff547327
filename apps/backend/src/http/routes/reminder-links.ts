import { reminderLinkView } from '@todo-chatbot/shared';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { LinkService } from '../../modules/reminders/links/link-service.ts';
import { tokenLength } from '../../modules/reminders/links/link-token.ts';

export interface ReminderLinkRoutesPorts {
  links: LinkService;
  /** The origin of the pages. */
  origin: string;
}

const params = z.object({ token: z.string().max(tokenLength) });
const answers = { params, response: { 200: reminderLinkView } };
const longestBody = 4_096;

// The token says all. What mail programs send along (List-Unsubscribe=One-Click, as a form of either
// kind) is read only to be done with it.
function takeAnyBody(plain: FastifyInstance): void {
  plain.removeAllContentTypeParsers();
  plain.addContentTypeParser(
    '*',
    { parseAs: 'buffer', bodyLimit: longestBody },
    (_request, _body, done) => done(null, undefined),
  );
}

/**
 * The links in the mails of reminders: reading one changes nothing, so that programs which look at
 * the links of a mail do no harm; following one is a POST, the one click of RFC 8058 included.
 * @see https://www.rfc-editor.org/rfc/rfc8058
 */
export function registerReminderLinkRoutes(
  server: FastifyInstance,
  { links, origin }: ReminderLinkRoutesPorts,
): void {
  const routes = async (plain: FastifyInstance) => {
    takeAnyBody(plain);
    const scope = plain.withTypeProvider<ZodTypeProvider>();

    scope.get('/:token', { schema: answers }, async (request, reply) => {
      const { token } = request.params;
      const view = await links.look(token);
      // Mail programs that know no one click open the address of the header as a page.
      if (request.headers.accept?.includes('text/html')) {
        return reply.redirect(`${origin}/r/${token}`, 303);
      }
      return view;
    });

    scope.post('/:token', { schema: answers }, async (request) =>
      links.follow(request.params.token),
    );
  };
  server.register(routes, { prefix: '/api/v1/reminder-links' });
}
