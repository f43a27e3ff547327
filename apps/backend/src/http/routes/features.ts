import { features } from '@todo-chatbot/shared';
import type { Features } from '@todo-chatbot/shared';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';

/** What this installation can do, for everybody to read. */
export function registerFeatureRoutes(server: FastifyInstance, installed: Features): void {
  server
    .withTypeProvider<ZodTypeProvider>()
    .get('/api/v1/features', { schema: { response: { 200: features } } }, async () => installed);
}
