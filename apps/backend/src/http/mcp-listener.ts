import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { boundArrival, refuseUnread } from './arrival.ts';
import { endUnusedConnections } from './unused-connections.ts';

const reachable = /^\/(?:mcp|health|\.well-known\/oauth-protected-resource(?:\/mcp)?)(?:\?|$)/;

/**
 * A second way in, for MCP clients only: what it lets through is answered by the server itself,
 * everything else is not there. It closes with the server, once its last request is answered.
 * @param server a server that is ready before the listener is told to listen
 */
export function createMcpListener(server: FastifyInstance): Server {
  const { requestTimeout, keepAliveTimeout } = server.server;
  const settings = { ...boundArrival(requestTimeout), keepAliveTimeout };
  const listener = createServer(settings, (request, response) => {
    if (reachable.test(request.url ?? '')) return server.routing(request, response);
    response.writeHead(404, { connection: 'close' }).end();
  });
  listener.on('clientError', refuseUnread);
  const endUnused = endUnusedConnections(listener);
  let closed: Promise<void> | undefined;
  const close = () =>
    (closed ??= new Promise((resolve) => {
      endUnused();
      if (listener.listening) listener.close(() => resolve());
      else resolve();
    }));
  // Both doors close at once; what the server works with is taken away when both are empty.
  server.addHook('preClose', async () => void close());
  server.addHook('onClose', close);
  return listener;
}
