import { taskId, touched } from '@todo-chatbot/shared';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { accountOf } from '../session-guard.ts';
import { guardTasks } from './tasks.ts';
import type { TaskRoutesPorts } from './tasks.ts';

/** Deletes for good what is in a person's trash. */
export function registerTrashRoutes(server: FastifyInstance, ports: TaskRoutesPorts): void {
  const { tasks } = ports;
  const routes = async (plain: FastifyInstance) => {
    const scope = plain.withTypeProvider<ZodTypeProvider>();
    guardTasks(plain, ports);

    scope.delete('/', { schema: { response: { 200: touched } } }, async (request) =>
      tasks.emptyTrash(accountOf(request).id),
    );

    scope.delete(
      '/:id',
      { schema: { params: z.object({ id: taskId }), response: { 204: z.null() } } },
      async (request, reply) => {
        await tasks.erase({ ownerId: accountOf(request).id, id: request.params.id });
        return reply.code(204).send(null);
      },
    );
  };
  server.register(routes, { prefix: '/api/v1/trash' });
}
