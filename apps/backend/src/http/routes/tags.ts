import { tagList, tagName, tagRename, touched } from '@todo-chatbot/shared';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { accountOf } from '../session-guard.ts';
import { guardTasks } from './tasks.ts';
import type { TaskRoutesPorts } from './tasks.ts';

const params = z.object({ name: tagName });

/** The tags on a person's tasks. */
export function registerTagRoutes(server: FastifyInstance, ports: TaskRoutesPorts): void {
  const { tasks } = ports;
  const routes = async (plain: FastifyInstance) => {
    const scope = plain.withTypeProvider<ZodTypeProvider>();
    guardTasks(plain, ports);

    scope.get('/', { schema: { response: { 200: tagList } } }, async (request) =>
      tasks.tags(accountOf(request).id),
    );

    scope.patch(
      '/:name',
      { schema: { params, body: tagRename, response: { 200: touched } } },
      async (request) =>
        tasks.renameTag(accountOf(request).id, request.params.name, request.body.name),
    );

    scope.delete('/:name', { schema: { params, response: { 200: touched } } }, async (request) =>
      tasks.removeTag(accountOf(request).id, request.params.name),
    );
  };
  server.register(routes, { prefix: '/api/v1/tags' });
}
