import { Readable } from 'node:stream';
import { taskExport, touched } from '@todo-chatbot/shared';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { SessionReader } from '../../modules/accounts/account.ts';
import type { TaskTransfer } from '../../modules/tasks/transfer.ts';
import { accountOf, registerSessionGuard } from '../session-guard.ts';

// The most tasks that a file may hold, with notes of an ordinary length.
const bodyLimit = 32 * 1024 * 1024;

export interface TransferRoutesPorts {
  transfer: TaskTransfer;
  sessions: SessionReader;
}

/** Takes all of a person's tasks out as one file, and brings such a file in. */
export function registerTransferRoutes(server: FastifyInstance, ports: TransferRoutesPorts): void {
  const { transfer, sessions } = ports;

  const routes = async (plain: FastifyInstance) => {
    const scope = plain.withTypeProvider<ZodTypeProvider>();
    registerSessionGuard(plain, sessions);

    // Without the type provider: what is sent is the file's text in pieces, not an object.
    plain.get('/export', { schema: { response: { 200: taskExport } } }, async (request, reply) => {
      const day = new Date().toISOString().slice(0, 10);
      return reply
        .type('application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="todo-${day}.json"`)
        .send(Readable.from(transfer.exportOf(accountOf(request).id)));
    });

    scope.post(
      '/import',
      { bodyLimit, schema: { body: taskExport, response: { 200: touched } } },
      async (request) => ({ count: await transfer.import(accountOf(request).id, request.body) }),
    );
  };
  server.register(routes, { prefix: '/api/v1/account' });
}
