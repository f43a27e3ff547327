import { newTask, task, taskId, taskListQuery, taskPage, taskPatch } from '@todo-chatbot/shared';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { SessionReader, TokenReader } from '../../modules/accounts/account.ts';
import type { TaskService } from '../../modules/tasks/task-service.ts';
import { accountOf, registerSessionGuard } from '../session-guard.ts';

const params = z.object({ id: taskId });

export interface TaskRoutesPorts {
  tasks: TaskService;
  sessions: SessionReader;
  tokens: TokenReader;
}

/** A person's own tasks. */
export function registerTaskRoutes(server: FastifyInstance, ports: TaskRoutesPorts): void {
  const { tasks, sessions, tokens } = ports;

  const routes = async (plain: FastifyInstance) => {
    const scope = plain.withTypeProvider<ZodTypeProvider>();
    registerSessionGuard(plain, sessions, {
      reader: tokens,
      read: 'tasks:read',
      write: 'tasks:write',
    });

    scope.get(
      '/',
      { schema: { querystring: taskListQuery, response: { 200: taskPage } } },
      async (request) => tasks.list(accountOf(request).id, request.query),
    );

    scope.post(
      '/',
      { schema: { body: newTask, response: { 201: task } } },
      async (request, reply) => {
        const created = await tasks.create(accountOf(request).id, request.body);
        return reply.code(201).header('location', `/api/v1/tasks/${created.id}`).send(created);
      },
    );

    scope.get('/:id', { schema: { params, response: { 200: task } } }, async (request) =>
      tasks.get({ ownerId: accountOf(request).id, id: request.params.id }),
    );

    scope.patch(
      '/:id',
      { schema: { params, body: taskPatch, response: { 200: task } } },
      async (request) =>
        tasks.patch({ ownerId: accountOf(request).id, id: request.params.id }, request.body),
    );

    scope.delete(
      '/:id',
      { schema: { params, response: { 204: z.null() } } },
      async (request, reply) => {
        await tasks.remove({ ownerId: accountOf(request).id, id: request.params.id });
        return reply.code(204).send(null);
      },
    );
  };
  server.register(routes, { prefix: '/api/v1/tasks' });
}
