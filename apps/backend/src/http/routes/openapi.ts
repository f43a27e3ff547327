import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { describeRoutes } from '../openapi/document.ts';
import { routesOf } from '../route-list.ts';

const isDescribed = ({ method, url }: { method: string; url: string }) =>
  url.startsWith('/api/v1/') && method !== 'HEAD';

async function describeServer(server: FastifyInstance) {
  const text = JSON.stringify(await describeRoutes(routesOf(server).filter(isDescribed)));
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  return { text, etag };
}

/** The API's own description, made at the first request. */
export function registerOpenApiRoute(server: FastifyInstance): void {
  let description: ReturnType<typeof describeServer> | undefined;

  server.get('/api/v1/openapi.json', async (request, reply) => {
    description ??= describeServer(server);
    const { text, etag } = await description;
    void reply.headers({ etag, 'cache-control': 'no-cache' });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.type('application/json; charset=utf-8').send(text);
  });
}
