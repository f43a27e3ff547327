import {
  newTask,
  task,
  taskBulkPatch,
  taskChanges,
  taskId,
  taskListQuery,
  taskMove,
  taskPage,
  taskPatch,
  taskSummary,
  taskSummaryQuery,
} from '@todo-chatbot/shared';
import type { TaskPage } from '@todo-chatbot/shared';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { SessionReader, TokenReader } from '../../modules/accounts/account.ts';
import type { TaskService } from '../../modules/tasks/task-service.ts';
import { accountOf, registerSessionGuard } from '../session-guard.ts';

const params = z.object({ id: taskId });
const nothing = z.null();

// A hundred subtasks and 10,000 characters of notes, each character escaped to six bytes.
const bodyLimit = 512 * 1024;
// Five hundred changes, a few of them long.
const bulkLimit = 2 * 1024 * 1024;

export interface TaskRoutesPorts {
  tasks: TaskService;
  sessions: SessionReader;
  tokens: TokenReader;
}

/** Lets a task's owner through, and a token that is good for tasks. */
export function guardTasks(scope: FastifyInstance, { sessions, tokens }: TaskRoutesPorts): void {
  registerSessionGuard(scope, sessions, {
    reader: tokens,
    read: 'tasks:read',
    write: 'tasks:write',
  });
}

const keyOf = (request: FastifyRequest<{ Params: { id: string } }>) => ({
  ownerId: accountOf(request).id,
  id: request.params.id,
});

function registerCollection(plain: FastifyInstance, tasks: TaskService): void {
  const scope = plain.withTypeProvider<ZodTypeProvider>();

  scope.get(
    '/',
    { schema: { querystring: taskListQuery, response: { 200: taskPage } } },
    async (request, reply) => {
      // Text passes by the serialiser; that it fits the contract is for the tests to see.
      reply.type('application/json; charset=utf-8');
      const page: unknown = await tasks.listText(accountOf(request).id, request.query);
      return page as TaskPage;
    },
  );

  scope.post(
    '/',
    { bodyLimit, schema: { body: newTask, response: { 200: task, 201: task } } },
    async (request, reply) => {
      const created = await tasks.create(accountOf(request).id, request.body);
      return reply
        .code(created.isNew ? 201 : 200)
        .header('location', `/api/v1/tasks/${created.task.id}`)
        .send(created.task);
    },
  );

  scope.get(
    '/summary',
    { schema: { querystring: taskSummaryQuery, response: { 200: taskSummary } } },
    async (request) => tasks.summary(accountOf(request).id, request.query.today),
  );

  scope.post(
    '/bulk',
    { bodyLimit: bulkLimit, schema: { body: taskBulkPatch, response: { 200: taskChanges } } },
    async (request) => tasks.patchAll(accountOf(request).id, request.body),
  );
}

function registerOne(plain: FastifyInstance, tasks: TaskService): void {
  const scope = plain.withTypeProvider<ZodTypeProvider>();

  scope.get('/:id', { schema: { params, response: { 200: task } } }, async (request) =>
    tasks.get(keyOf(request)),
  );

  scope.patch(
    '/:id',
    { bodyLimit, schema: { params, body: taskPatch, response: { 200: taskChanges } } },
    async (request) => tasks.patch(keyOf(request), request.body),
  );

  scope.delete(
    '/:id',
    { schema: { params, response: { 204: nothing } } },
    async (request, reply) => {
      await tasks.remove(keyOf(request));
      return reply.code(204).send(null);
    },
  );

  scope.post(
    '/:id/move',
    { schema: { params, body: taskMove, response: { 200: task } } },
    async (request) => tasks.move(keyOf(request), request.body),
  );
}

/** A person's own tasks. */
export function registerTaskRoutes(server: FastifyInstance, ports: TaskRoutesPorts): void {
  const { tasks } = ports;
  const routes = async (scope: FastifyInstance) => {
    guardTasks(scope, ports);
    registerCollection(scope, tasks);
    registerOne(scope, tasks);
  };
  server.register(routes, { prefix: '/api/v1/tasks' });
}
